using System.Numerics;

namespace TypedTune;

/// <summary>Finds the one range that covers the ranges that several branches of a space give to a hyperparameter.</summary>
internal static class RangeUnion
{
    // Steps are compared to within a billionth of one, as they are counted in a range.
    private const double Tolerance = 1e-9;

    /// <summary>Covers several ranges of one hyperparameter, all choices or all numbers.</summary>
    /// <param name="ranges">The ranges, at least one.</param>
    /// <param name="isWhole">Whether the numbers are whole.</param>
    public static EncodedRange Cover(IReadOnlyList<EncodedRange> ranges, bool isWhole)
    {
        if (ranges.Count == 1)
            return ranges[0];
        double low = ranges.Min(range => range.Low);
        double high = ranges.Max(range => range.High);
        var scale = ranges.Any(range => range.Scale == Scale.Log) ? Scale.Log : Scale.Linear;
        if (ranges.All(range => range.Values.Count > 0))
        {
            double[] values = [.. ranges.SelectMany(range => range.Values).Distinct().Order()];
            return new EncodedRange(ranges[0].Kind, scale, low, high, values: values);
        }

        return isWhole
            ? new EncodedRange(HyperparameterKind.Integer, scale, low, high, WholeStep(ranges, low))
            : new EncodedRange(HyperparameterKind.Real, scale, low, high, RealStep(ranges, low));
    }

    private static double WholeStep(IReadOnlyList<EncodedRange> ranges, double low)
    {
        var divisor = BigInteger.Zero;
        foreach (var range in ranges)
        {
            divisor = BigInteger.GreatestCommonDivisor(divisor, new BigInteger(range.Step ?? 0));
            foreach (double value in range.Values.Append(range.Low))
                divisor = BigInteger.GreatestCommonDivisor(divisor, new BigInteger(value) - new BigInteger(low));
        }

        return divisor.IsZero ? 1 : (double)divisor;
    }

    private static double? RealStep(IReadOnlyList<EncodedRange> ranges, double low) =>
        ranges[0].Step is { } step && ranges.All(range => range.Step == step && Math.Abs(Math.IEEERemainder(range.Low - low, step)) <= Tolerance * step) ? step : null;
}
