namespace TypedTune.Learning;

/// <summary>Draws one cut for each feature of a node. Holds the buffers of one thread.</summary>
internal sealed class RandomCuts(BinnedRows rows)
{
    private readonly int[] _codes = new int[rows.Layout.Columns];
    private readonly double[] _thresholds = new double[rows.Layout.Columns];

    /// <summary>Draws the cuts.</summary>
    /// <param name="stream">The node's own stream, behind the draw of its features.</param>
    /// <param name="ranges">The node's ranges, of wide codes.</param>
    /// <param name="features">The features drawn, which vary.</param>
    /// <returns>For each feature, the last code on the left: both sides have rows.</returns>
    public ReadOnlySpan<int> Draw(ref RandomStream stream, NodeRanges ranges, ReadOnlySpan<int> features)
    {
        for (int i = 0; i < features.Length; i++)
        {
            var column = rows.Columns[features[i]];
            var (low, high) = (ranges.Lows[features[i]], ranges.Highs[features[i]]);
            double smallest = column.Smallest(low);
            _thresholds[i] = smallest + stream.NextDouble() * (column.Largest(high) - smallest);
            _codes[i] = column.LastUpTo(_thresholds[i], low, high - 1);
        }

        return _codes.AsSpan(0, features.Length);
    }

    /// <summary>The value that was drawn for a feature, if it parts the node's rows as its code does; else the middle between both sides.</summary>
    /// <param name="features">The features drawn.</param>
    /// <param name="cut">One of their cuts.</param>
    /// <param name="largest">The largest code on the left.</param>
    /// <param name="smallest">The smallest code on the right.</param>
    public double Threshold(ReadOnlySpan<int> features, FeatureCut cut, int largest, int smallest)
    {
        var column = rows.Columns[cut.Feature];
        double drawn = _thresholds[features.IndexOf(cut.Feature)];
        return drawn >= column.Largest(largest) && drawn < column.Smallest(smallest) ? drawn : column.Threshold(largest, smallest);
    }
}
