namespace TypedTune.Learning;

/// <summary>Several models that are all parts of one forest: where each one's trees stop, and how many it has.</summary>
/// <remarks>
/// On a row's way down a tree the depth grows and the rows fall, so that each limit stops it once; a model's leaf is where the
/// first of its limits does. One way down therefore serves all models.
/// </remarks>
internal sealed class PathPoints
{
    private readonly int[] _depths;
    private readonly int[] _rowsIndex;
    private readonly int[] _decreaseIndex;
    private readonly int[] _distinctRows;
    private readonly double[] _distinctDecreases;

    /// <summary>Takes models together.</summary>
    /// <param name="stops">Where each model's trees stop.</param>
    /// <param name="trees">How many trees each has.</param>
    public PathPoints(IReadOnlyList<TreeStop> stops, IReadOnlyList<int> trees)
    {
        Trees = [.. trees];
        _depths = [.. stops.Select(stop => stop.MaxDepth)];
        _distinctRows = [.. stops.Select(stop => stop.MinRowsToSplit).Distinct().OrderDescending()];
        _distinctDecreases = [.. stops.Select(stop => stop.MinImpurityDecrease).Distinct().OrderDescending()];
        _rowsIndex = [.. stops.Select(stop => Array.IndexOf(_distinctRows, stop.MinRowsToSplit))];
        _decreaseIndex = [.. stops.Select(stop => Array.IndexOf(_distinctDecreases, stop.MinImpurityDecrease))];
    }

    /// <summary>How many trees each model has.</summary>
    public int[] Trees { get; }

    /// <summary>Finds the node in which a row ends in each model.</summary>
    /// <param name="tree">A tree with traits.</param>
    /// <param name="row">P values.</param>
    /// <param name="way">Room for the tree's depth and one more.</param>
    /// <param name="stops">Room for <see cref="StopCount"/> numbers.</param>
    /// <param name="nodes">For each model, set to the index of its node.</param>
    public void Find(GrownTree tree, ReadOnlySpan<double> row, Span<int> way, Span<int> stops, Span<int> nodes)
    {
        var byRows = stops[.._distinctRows.Length];
        var byDecrease = stops.Slice(_distinctRows.Length, _distinctDecreases.Length);
        int depth = 0, rows = 0, decreases = 0, index = 0;
        while (true)
        {
            way[depth] = index;
            var trait = tree.Traits![index];
            while (rows < byRows.Length && trait.Rows < _distinctRows[rows])
                byRows[rows++] = depth;
            while (decreases < byDecrease.Length && trait.Decrease < _distinctDecreases[decreases])
                byDecrease[decreases++] = depth;
            var node = tree.Nodes[index];
            if (node.IsLeaf)
                break;
            index = node.Left + (row[node.Feature] > node.Value ? 1 : 0);
            depth++;
        }

        byRows[rows..].Fill(depth);
        byDecrease[decreases..].Fill(depth);
        for (int i = 0; i < nodes.Length; i++)
            nodes[i] = way[Math.Min(Math.Min(_depths[i], depth), Math.Min(byRows[_rowsIndex[i]], byDecrease[_decreaseIndex[i]]))];
    }

    /// <summary>How many distinct limits there are of rows and of decreases.</summary>
    public int StopCount => _distinctRows.Length + _distinctDecreases.Length;
}
