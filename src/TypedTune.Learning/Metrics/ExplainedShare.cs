namespace TypedTune.Learning;

/// <summary>The share of a loss that predictions take away.</summary>
internal static class ExplainedShare
{
    /// <summary>Refuses targets that are all equal, whose mean would differ from them by its rounding alone.</summary>
    public static void RequireVariation(string metric, ReadOnlySpan<double> truth, ReadOnlySpan<double> weights)
    {
        double first = truth[weights.IndexOfAnyExcept(0.0)];
        for (int row = 0; row < truth.Length; row++)
        {
            if (weights[row] > 0 && truth[row] != first)
                return;
        }

        throw Perfect(metric);
    }

    /// <summary>1 less the part of the constant's loss that is left.</summary>
    /// <exception cref="ArgumentException">The constant has no loss.</exception>
    public static double Compute(string metric, double left, double total) => total > 0
        ? 1 - left / total
        : throw Perfect(metric);

    private static ArgumentException Perfect(string metric) => new($"{metric} compares with the best constant, which is perfect for these rows. Score more rows, or take another metric.", "truth");
}
