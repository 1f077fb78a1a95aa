namespace TypedTune.Learning;

/// <summary>The weight of the rows of each label.</summary>
internal static class LabelWeights
{
    /// <summary>Sums the weights of each label's rows.</summary>
    public static double[] Sum(ReadOnlySpan<int> truth, int levels, ReadOnlySpan<double> weights)
    {
        var sums = new double[levels];
        weights = MetricWeights.InRange(weights);
        for (int row = 0; row < truth.Length; row++)
            sums[truth[row]] += weights[row];
        return sums;
    }

    /// <summary>The column of a label; −1 if there is no such label, or no row has it.</summary>
    public static int Find(string label, FeatureNames names, double[] rowsOf)
    {
        int level = names.FindName(label);
        return level >= 0 && rowsOf[level] > 0 ? level : -1;
    }

    /// <summary>Says that no row has a label.</summary>
    public static ArgumentException NoSuchLabel(string metric, FeatureNames names, double[] rowsOf) =>
        new($"{metric} cannot be scored, since no row has that label. There are rows of: {Excerpt.FromList(names.Where((_, level) => rowsOf[level] > 0))}.", "truth");
}
