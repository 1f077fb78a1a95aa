namespace TypedTune;

/// <summary>The values that a space gives to one hyperparameter. Immutable and thread safe.</summary>
/// <typeparam name="TValue">The hyperparameter's type.</typeparam>
/// <param name="code">Converts a value to its number; null where the values are not numbers.</param>
/// <param name="scale">The scale on which the values spread.</param>
internal abstract class ValueSet<TValue>(NumberCode<TValue>? code, Scale scale)
{
    /// <summary>Converts a value to its number; null where the values are not numbers.</summary>
    public NumberCode<TValue>? Code { get; } = code;

    /// <summary>The scale on which the values spread.</summary>
    public Scale Scale { get; } = scale;
}
