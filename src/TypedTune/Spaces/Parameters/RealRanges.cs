using System.Numerics;

namespace TypedTune;

/// <summary>What ranges of all number types share.</summary>
internal static class RealRanges
{
    // Within these a decimal holds every value of a stepped range.
    private const double LargestDecimal = 1e12;
    private const double SmallestDecimalStep = 1e-12;

    /// <summary>A normal distribution, if its parameters are legal and it reaches between the ends.</summary>
    /// <param name="path">The hyperparameter.</param>
    /// <param name="bounds">Its bounds, for the message.</param>
    /// <param name="mean">The mean before truncation.</param>
    /// <param name="standardDeviation">The standard deviation before truncation.</param>
    /// <param name="low">The low end.</param>
    /// <param name="high">The high end.</param>
    public static Distribution.TruncatedNormal Normal(string path, Bounds bounds, double mean, double standardDeviation, double low, double high)
    {
        var distribution = new Distribution.TruncatedNormal(mean, standardDeviation, low, high);
        if (!(low <= high) || !distribution.HasMass)
            throw new ArgumentOutOfRangeException(nameof(mean), mean, FormattableString.Invariant($"The distribution of {path} around {mean} with standard deviation {standardDeviation} does not reach its legal values: {path} must be {bounds.Describe()}."));
        return distribution;
    }

    public static void CheckNormal(string path, double mean, double standardDeviation)
    {
        if (!double.IsFinite(mean))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, FormattableString.Invariant($"The mean of {path} must be finite, but is {mean}."));
        if (!(standardDeviation > 0) || !double.IsFinite(standardDeviation))
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, FormattableString.Invariant($"The standard deviation of {path} must be above 0 and finite, but is {standardDeviation}."));
    }

    /// <summary>
    /// The values at equal distances, by index. Ends and steps of few decimal digits are added as such, so that the third
    /// tenth is 0.3 and equal to the 0.3 of another space.
    /// </summary>
    public static Func<TIndex, double> Stepped<TIndex>(double low, double high, double step)
        where TIndex : IBinaryInteger<TIndex> =>
        IsDecimal(low) && IsDecimal(step) && Math.Abs(high) <= LargestDecimal && step >= SmallestDecimalStep
            ? index => Math.Min(high, (double)((decimal)low + decimal.CreateChecked(index) * (decimal)step))
            : index => Math.Min(high, low + double.CreateChecked(index) * step);

    private static bool IsDecimal(double value) => Math.Abs(value) <= LargestDecimal && (double)(decimal)value == value;
}
