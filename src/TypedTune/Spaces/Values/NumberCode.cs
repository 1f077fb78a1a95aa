namespace TypedTune;

/// <summary>Says which number a value of a hyperparameter is, for samplers that calculate with it. Immutable and thread safe.</summary>
/// <typeparam name="TValue">The hyperparameter's type.</typeparam>
/// <param name="scale">The scale that the hyperparameter declares.</param>
internal abstract class NumberCode<TValue>(Scale scale)
{
    /// <summary>The scale that the hyperparameter declares.</summary>
    public Scale Scale { get; } = scale;

    /// <summary>Whether every number is whole.</summary>
    public abstract bool IsWhole { get; }

    /// <summary>The number that a value is, rounded to the nearest double; null where the value is no number.</summary>
    public abstract double? Read(TValue value);

    /// <summary>The value that a number is; whole numbers are rounded and limited to what the type holds.</summary>
    public abstract TValue Create(double number);
}
