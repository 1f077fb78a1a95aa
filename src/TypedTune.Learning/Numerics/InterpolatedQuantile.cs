namespace TypedTune.Learning;

/// <summary>Quantiles between the two nearest values in rank, on a straight line, as numpy and pandas take them.</summary>
internal static class InterpolatedQuantile
{
    /// <summary>Finds a quantile.</summary>
    /// <param name="sorted">N numbers, ascending, at least one.</param>
    /// <param name="share">From 0 to 1, both included.</param>
    public static double Find(ReadOnlySpan<double> sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}
