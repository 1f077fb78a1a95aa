namespace TypedTune;

/// <summary>All numbers between two ends, or those at equal distances, without a list of them.</summary>
/// <typeparam name="TValue">The hyperparameter's type.</typeparam>
/// <param name="code">The numbers that its values are.</param>
/// <param name="scale">The scale on which the values spread.</param>
internal abstract class NumberRange<TValue>(NumberCode<TValue> code, Scale scale) : ValueSet<TValue>(code, scale)
{
    /// <summary>The smallest value; infinite where a distribution has no end.</summary>
    public abstract double Low { get; }

    /// <summary>The largest value; infinite where a distribution has no end.</summary>
    public abstract double High { get; }

    /// <summary>The distance between values; null where every number between the ends is a value.</summary>
    public abstract double? Step { get; }

    /// <summary>Whether a value lies in the range.</summary>
    public abstract bool Contains(TValue value);

    /// <summary>The value of the range nearest to a number that is not NaN.</summary>
    public abstract TValue Nearest(double number);
}
