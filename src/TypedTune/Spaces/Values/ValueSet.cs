namespace TypedTune;

/// <summary>The values that a space gives to one hyperparameter. Immutable and thread safe.</summary>
/// <typeparam name="TValue">The hyperparameter's type.</typeparam>
/// <param name="code">The numbers that its values are; null where they are none.</param>
/// <param name="scale">The scale on which the values spread.</param>
internal abstract class ValueSet<TValue>(NumberCode<TValue>? code, Scale scale)
{
    /// <summary>The numbers that the values are; null where they are none.</summary>
    public NumberCode<TValue>? Code { get; } = code;

    /// <summary>The scale on which the values spread.</summary>
    public Scale Scale { get; } = scale;
}
