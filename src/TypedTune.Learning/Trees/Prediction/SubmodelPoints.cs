namespace TypedTune.Learning;

/// <summary>Several models that are all parts of one forest: where each one's trees stop, and how many it has.</summary>
/// <remarks>
/// On a row's way down a tree the depth grows and the rows fall, so that each limit stops it once; a model's leaf is where the
/// first of its limits does. Where leaves are limited or pruned, it is where the model's own tree has one. One way down
/// therefore serves all models.
/// </remarks>
internal sealed class SubmodelPoints
{
    private readonly int[] _depths;
    private readonly int[] _rowsIndex;
    private readonly int[] _decreaseIndex;
    private readonly int[] _distinctRows;
    private readonly double[] _distinctDecreases;
    private readonly int[] _lookingAround;
    private readonly bool[][][] _splits;

    private SubmodelPoints(GrownTree[] trees, TreeStop[] stops, int[] counts)
    {
        Trees = counts;
        _depths = [.. stops.Select(stop => stop.MaxDepth)];
        _distinctRows = [.. stops.Select(stop => stop.MinRowsToSplit).Distinct().OrderDescending()];
        _distinctDecreases = [.. stops.Select(stop => stop.MinImpurityDecrease).Distinct().OrderDescending()];
        _rowsIndex = [.. stops.Select(stop => Array.IndexOf(_distinctRows, stop.MinRowsToSplit))];
        _decreaseIndex = [.. stops.Select(stop => Array.IndexOf(_distinctDecreases, stop.MinImpurityDecrease))];
        _lookingAround = [.. Enumerable.Range(0, stops.Length).Where(model => stops[model].LooksAround)];
        _splits = [.. trees.Select((tree, t) => _lookingAround.Select(model => t < counts[model] ? SplitSet.Of(tree with { Units = TreeUnits.None }, stops[model]) : []).ToArray())];
    }

    /// <summary>How many trees each model has.</summary>
    public int[] Trees { get; }

    /// <summary>How many distinct limits there are of rows and of decreases.</summary>
    public int StopCount => _distinctRows.Length + _distinctDecreases.Length;

    /// <summary>Takes models together.</summary>
    /// <param name="trees">Trees with traits.</param>
    /// <param name="fitted">What they were grown with.</param>
    /// <param name="models">The models.</param>
    /// <param name="rows">On how many rows the trees were grown.</param>
    /// <exception cref="ArgumentException">The fit does not hold a model.</exception>
    public static SubmodelPoints Of(GrownTree[] trees, ForestConfiguration fitted, IReadOnlyList<ForestConfiguration> models, int rows)
    {
        foreach (var model in models)
            SubmodelLimits.Require(fitted, model, rows);
        return new SubmodelPoints(trees, [.. models.Select(model => trees[0].Units.Take(model.Stop(rows)))], [.. models.Select(model => model.Trees)]);
    }

    /// <summary>Finds the node in which a row ends in each model.</summary>
    /// <param name="number">The number of the tree.</param>
    /// <param name="tree">A tree with traits.</param>
    /// <param name="row">P values.</param>
    /// <param name="way">Room for the tree's depth and one more.</param>
    /// <param name="stops">Room for <see cref="StopCount"/> numbers.</param>
    /// <param name="nodes">For each model, set to the index of its node; of no meaning in models that have fewer trees.</param>
    public void Find(int number, GrownTree tree, ReadOnlySpan<double> row, Span<int> way, Span<int> stops, Span<int> nodes)
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
            index = tree.Next(node, row);
            depth++;
        }

        byRows[rows..].Fill(depth);
        byDecrease[decreases..].Fill(depth);
        for (int i = 0; i < nodes.Length; i++)
            nodes[i] = way[Math.Min(Math.Min(_depths[i], depth), Math.Min(byRows[_rowsIndex[i]], byDecrease[_decreaseIndex[i]]))];
        for (int i = 0; i < _lookingAround.Length; i++)
        {
            if (number < Trees[_lookingAround[i]])
                nodes[_lookingAround[i]] = FirstLeaf(way, _splits[number][i]);
        }
    }

    private static int FirstLeaf(ReadOnlySpan<int> way, bool[] isSplit)
    {
        int at = 0;
        while (isSplit[way[at]])
            at++;
        return way[at];
    }
}
