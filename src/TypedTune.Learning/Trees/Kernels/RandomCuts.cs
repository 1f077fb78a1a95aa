using System.Runtime.InteropServices;

namespace TypedTune.Learning;

/// <summary>Draws one cut for each feature of a node. Holds the buffers of one thread.</summary>
internal sealed class RandomCuts(BinnedRows rows)
{
    private readonly int[] _features = new int[rows.Layout.Columns];
    private readonly int[] _codes = new int[rows.Layout.Columns];
    private readonly double[] _thresholds = new double[rows.Layout.Columns];
    private readonly LeftCodes?[] _left = new LeftCodes?[rows.Layout.Columns];
    private readonly SortedSet<int> _present = [];
    private int _count;

    /// <summary>For each feature drawn, the last code on the left; of no meaning for categories.</summary>
    public ReadOnlySpan<int> Codes => _codes.AsSpan(0, _count);

    /// <summary>Draws the cuts: both sides of each have rows.</summary>
    /// <typeparam name="TCodes">The width of codes.</typeparam>
    /// <param name="stream">The node's own stream, behind the draw of its features.</param>
    /// <param name="records">The node's records.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="ranges">The node's ranges, of wide codes.</param>
    /// <param name="features">The features drawn, which vary.</param>
    public void Draw<TCodes>(ref RandomStream stream, ReadOnlySpan<byte> records, int count, NodeRanges ranges, ReadOnlySpan<int> features)
        where TCodes : struct, ICodes
    {
        _count = features.Length;
        features.CopyTo(_features);
        for (int i = 0; i < features.Length; i++)
        {
            var column = rows.Columns[features[i]];
            if (column.IsPlain)
            {
                DrawNumber(ref stream, i, column, ranges.Lows[features[i]], ranges.Highs[features[i]]);
                continue;
            }

            _present.Clear();
            for (int row = 0; row < count; row++)
                _present.Add(TCodes.Load(ref MemoryMarshal.GetReference(records[(row * rows.Layout.Stride)..]), features[i]));
            if (column.IsCategory)
                DrawCategories(ref stream, i, column);
            else
                DrawNumberOrMissing(ref stream, i, column);
        }
    }

    /// <summary>Which codes go left in the cut of a feature; asked of columns without missing values and categories too.</summary>
    /// <param name="feature">Its place among those drawn.</param>
    public LeftCodes Left(int feature)
    {
        var left = LeftOf(feature);
        var column = rows.Columns[_features[feature]];
        if (column.IsPlain)
            left.SetNumbers(_codes[feature], column.Missing, takesMissing: false);
        return left;
    }

    /// <summary>The value that was drawn for a feature, if it parts the node's rows as its code does; else the middle between both sides.</summary>
    /// <param name="cut">One of the cuts.</param>
    /// <param name="largest">The largest code on the left.</param>
    /// <param name="smallest">The smallest code on the right.</param>
    public double Threshold(FeatureCut cut, int largest, int smallest)
    {
        var column = rows.Columns[cut.Feature];
        if (largest < 0 || smallest >= column.Count)
            return column.Threshold(largest, smallest);
        double drawn = _thresholds[_features.AsSpan(0, _count).IndexOf(cut.Feature)];
        return drawn >= column.Largest(largest) && drawn < column.Smallest(smallest) ? drawn : column.Threshold(largest, smallest);
    }

    private void DrawNumber(ref RandomStream stream, int i, ColumnBins column, int low, int high)
    {
        double smallest = column.Smallest(low);
        _thresholds[i] = smallest + stream.NextDouble() * (column.Largest(high) - smallest);
        _codes[i] = column.LastUpTo(_thresholds[i], low, high - 1);
    }

    // Missing values take either side; where all others are equal, they are what is parted from them.
    private void DrawNumberOrMissing(ref RandomStream stream, int i, ColumnBins column)
    {
        bool hasMissing = _present.Remove(column.Missing);
        if (_present.Count == 1)
        {
            (_codes[i], _thresholds[i]) = (_present.Max, column.Largest(_present.Max));
            LeftOf(i).SetNumbers(_codes[i], column.Missing, takesMissing: false);
            return;
        }

        DrawNumber(ref stream, i, column, _present.Min, _present.Max);
        LeftOf(i).SetNumbers(_codes[i], column.Missing, hasMissing && stream.NextBelow(2) == 0);
    }

    private void DrawCategories(ref RandomStream stream, int i, ColumnBins column)
    {
        var left = LeftOf(i);
        left.BeginSet(column.Missing + 1);
        int count = 0;
        foreach (int code in _present)
        {
            if (stream.NextBelow(2) != 0)
                continue;
            left.Add(code);
            count++;
        }

        // All on one side: the first changes over.
        if (count == 0)
            left.Add(_present.Min);
        else if (count == _present.Count)
            left.Remove(_present.Min);
    }

    private LeftCodes LeftOf(int i) => _left[i] ??= new LeftCodes();
}
