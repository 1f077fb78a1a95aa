using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTune.Learning;

/// <summary>
/// Grows trees by a criterion (Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984). Holds the
/// buffers of one thread; what it grows depends on its arguments alone.
/// </summary>
/// <remarks>
/// A node draws its features by its path from the root and looks at nothing but its own rows. So a tree that is limited in
/// depth or in the rows to split is exactly the full tree cut off there, in whatever order nodes are visited.
/// </remarks>
/// <typeparam name="TCodes">The width of codes.</typeparam>
internal sealed class TreeBuilder<TCodes> : ITreeBuilder
    where TCodes : struct, ICodes
{
    private const int NodesBetweenCancellationChecks = 1024;

    private readonly BinnedRows _rows;
    private readonly RecordLayout _layout;
    private readonly TreeLimits _limits;
    private readonly NodeCriterion _criterion;
    private readonly byte[][] _records;
    private readonly NodeRanges _ranges;
    private readonly int[] _features;
    private readonly GrowingTree _tree;
    private readonly NodeTrait[] _traits;
    private readonly RandomCuts? _randomCuts;
    private readonly bool _partsPairs;
    private readonly PendingQueue<PendingNode> _pending;
    private readonly SmallNodes? _smallNodes;
    private int _leafCount;
    private int _drawn;
    private readonly List<ulong> _categorySets = [];
    private readonly ValueBounds[] _bounds;

    /// <summary>Creates a builder.</summary>
    /// <param name="rows">What is learned from.</param>
    /// <param name="limits">Where trees stop.</param>
    /// <param name="criterion">What they are grown for.</param>
    public TreeBuilder(BinnedRows rows, TreeLimits limits, NodeCriterion criterion)
    {
        _rows = rows;
        _layout = rows.Layout;
        _limits = limits;
        _criterion = criterion;
        _pending = PendingQueue<PendingNode>.For(limits.Stop);
        _records = [_layout.Rent(rows.RowCount), _layout.Rent(rows.RowCount)];
        int most = 2 * rows.RowCount - 1;
        _tree = new GrowingTree(most, _layout.Columns);
        _ranges = new NodeRanges(_layout.Columns);
        _features = new int[_layout.Columns];
        _randomCuts = limits.Rule == SplitRule.Random ? new RandomCuts(rows) : null;
        _partsPairs = criterion.PartsPairs && _randomCuts is null;
        _bounds = limits.Rules.Directions is null ? [] : new ValueBounds[most];
        _traits = limits.KeepsTraits ? new NodeTrait[most] : [];
        _smallNodes = SmallNodes.For(criterion, rows, limits, _tree, _records, _pending);
    }

    private bool IsFull => _leafCount == _limits.Stop.MaxLeaves;

    private ReadOnlySpan<int> Features => _features.AsSpan(0, _drawn);

    /// <inheritdoc/>
    public void Grow(ReadOnlySpan<float> weights, Seed path, CancellationToken cancellationToken)
    {
        _tree.Begin();
        _leafCount = 1;
        int count = _rows.CopyTo(weights, _records[0]);
        _categorySets.Clear();
        if (_bounds.Length > 0)
            _bounds[0] = ValueBounds.None;
        _pending.Clear();
        Push(new PendingNode(0, count, 0, 0, -1, path));

        // A tree of no other nodes would have its root among the small ones.
        var small = count > PairSearch.MaxRows ? _smallNodes : null;
        int visited = 0;
        while (_pending.Pop(small is null ? 1 : SmallNodes.Most) is { Length: > 0 } nodes)
        {
            visited += nodes.Length;
            if (visited >= NodesBetweenCancellationChecks)
            {
                cancellationToken.ThrowIfCancellationRequested();
                visited = 0;
            }

            if (small is null || nodes[0].Count > PairSearch.MaxRows)
                Grow(nodes[0]);
            else if (nodes[0].Count > 2)
                small.Split(nodes);
            else
                small.Part(nodes);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (byte[] records in _records)
            Buffers<byte>.Return(records);
        _tree.Dispose();
    }

    /// <inheritdoc/>
    public GrownTree Copy() => InPlace() with
    {
        Nodes = _tree.Nodes.AsSpan(0, _tree.NodeCount).ToArray(),
        NodeWeights = _tree.NodeWeights.AsSpan(0, _tree.NodeCount).ToArray(),
        Traits = _limits.KeepsTraits ? _traits.AsSpan(0, _tree.NodeCount).ToArray() : null,
    };

    /// <inheritdoc/>
    public GrownTree InPlace() => new(_tree.Nodes, _tree.NodeWeights, _tree.Depth, _tree.Decreases, _criterion.TakeDistributions(), [.. _categorySets], _traits) { NodeCount = _tree.NodeCount };

    private void Grow(in PendingNode node)
    {
        var records = node.Records(_records, _layout);
        var (cut, impurity, decrease) = Evaluate(node, records);
        if (node.ParentFeature >= 0)
            _tree.Decreases[node.ParentFeature] -= impurity;
        bool isLeaf = cut.Score < 0 || decrease < _limits.Stop.MinImpurityDecrease || IsFull;
        double value = isLeaf || _limits.KeepsTraits ? _criterion.Leaf() : 0;
        if (_limits.KeepsTraits)
            _traits[node.Index] = new NodeTrait(value, impurity, decrease, node.Count);
        if (isLeaf)
        {
            _tree.SetLeaf(node.Index, value);
            return;
        }

        _tree.Decreases[cut.Feature] += impurity;
        _leafCount++;
        if (IsPair(node))
            Part(node, records, cut.Feature);
        else
            Split(node, records, cut);
        if (IsFull)
            _pending.ForgetPriorities();
    }

    // The best cut, the node's weighted impurity, and by how much the cut lowers it, over the tree's weight; infinite without one.
    private (FeatureCut Cut, double Impurity, double Decrease) Evaluate(in PendingNode node, ReadOnlySpan<byte> records)
    {
        if (_bounds.Length > 0)
            _criterion.Bounds = _bounds[node.Index];
        var (weight, impurity) = _criterion.Read(records, node.Count, _ranges);
        _tree.NodeWeights[node.Index] = (float)weight;
        if (node.Index == 0)
        {
            _tree.Weight = weight;
            _criterion.Start(weight);
        }

        var cut = Cut(node, records, impurity);
        return (cut, impurity, cut.Score < 0 ? double.PositiveInfinity : (node.Count == 2 ? impurity : _criterion.Decrease(cut)) / _tree.Weight);
    }

    // What comes first is told by the split, which is found again when its turn comes: a tree of few leaves has few of these.
    private void Push(in PendingNode node)
    {
        double priority = PendingQueue<PendingNode>.Last;
        if (_pending.IsBestFirst && Evaluate(node, node.Records(_records, _layout)) is { Cut.Score: >= 0 } found && found.Decrease >= _limits.Stop.MinImpurityDecrease)
            priority = found.Decrease;
        _pending.Push(node, node.Count, node.Index, priority);
    }

    private FeatureCut Cut(in PendingNode node, ReadOnlySpan<byte> records, double impurity)
    {
        bool mayBeSplit = node.Depth < _limits.Stop.MaxDepth && node.Count >= _limits.Stop.MinRowsToSplit && node.Count / 2 >= _limits.Rules.MinRows;
        if (!mayBeSplit || impurity == 0)
            return FeatureCut.None;
        if (!_criterion.FindsVarying)
            TCodes.Find(records, _layout, node.Count, _ranges);
        int varying = _ranges.VaryingCount;
        if (varying == 0)
            return FeatureCut.None;
        var stream = node.Path.Stream();

        // Two rows are parted equally well by whatever varies, so the feature drawn first wins unseen: three splits in ten.
        if (IsPair(node))
            return new FeatureCut(FeatureDraw.DrawOne(ref stream, _ranges.Varying, varying), 0, 0);
        _drawn = FeatureDraw.Draw(ref stream, _ranges.Varying, _layout.Columns, varying, _limits.FeaturesPerSplit, _features);
        if (_randomCuts is null)
            return _criterion.Find(records, node.Count, _ranges, Features);
        _randomCuts.Draw<TCodes>(ref stream, records, node.Count, _ranges, Features);
        return _criterion.FindAmong(records, node.Count, Features, _randomCuts);
    }

    private bool IsPair(in PendingNode node) => node.Count == 2 && _partsPairs;

    private void Split(in PendingNode node, ReadOnlySpan<byte> records, FeatureCut cut)
    {
        var children = node.ChildRecords(_records, _layout);
        var column = _rows.Columns[cut.Feature];
        int largest, right;
        int left = column.IsPlain
            ? Partition.Split<TCodes>(records, children, _layout.Stride, node.Count, cut, out largest, out right)
            : Partition.SplitByCodes<TCodes>(records, children, _layout.Stride, node.Count, cut.Feature, _criterion.Left, column.Missing, out largest, out right);
        int depth = node.Depth + 1;
        int index = _tree.AddChildren(depth);
        _tree.Nodes[node.Index] = column.IsCategory
            ? CategorySplit(node, records, cut.Feature, left, index)
            : TreeNode.NumberSplit(cut.Feature, _randomCuts?.Threshold(cut, largest, right) ?? column.Threshold(largest, right), index, SendsMissingRight(node, column, !column.IsPlain && HasMissing(node, records, column, cut.Feature), left));
        if (_bounds.Length > 0)
        {
            int direction = _limits.Rules.Directions![cut.Feature];
            _bounds[index] = _bounds[node.Index].Side(direction, _criterion.Middle, isRight: false);
            _bounds[index + 1] = _bounds[node.Index].Side(direction, _criterion.Middle, isRight: true);
        }

        Add(children[(left * _layout.Stride)..], new PendingNode(node.Start + left, node.Count - left, depth, index + 1, cut.Feature, default), node.Path, 1);
        Add(children, new PendingNode(node.Start, left, depth, index, cut.Feature, default), node.Path, 0);
    }

    private TreeNode CategorySplit(in PendingNode node, ReadOnlySpan<byte> records, int feature, int left, int index)
    {
        var column = _rows.Columns[feature];
        var present = new HashSet<int>();
        for (int row = 0; row < node.Count; row++)
            present.Add(TCodes.Load(ref MemoryMarshal.GetReference(records[(row * _layout.Stride)..]), feature));

        // Categories that no row of the node has go with the larger child, as missing values do.
        bool isLeftLarger = !node.IsRightLarger(left);
        int offset = _categorySets.Count;
        _categorySets.Add((ulong)(column.Count + 63) / 64);
        for (int category = 0; category < column.Count; category++)
        {
            if (category % 64 == 0)
                _categorySets.Add(0);
            if (present.Contains(category) ? _criterion.Left.Contains(category) : isLeftLarger)
                _categorySets[^1] |= 1UL << (category % 64);
        }

        return TreeNode.CategorySplit(feature, offset, index, SendsMissingRight(node, column, present.Contains(column.Missing), left));
    }

    // The side that was learned, or that of the larger child where the node has no missing value.
    private bool SendsMissingRight(in PendingNode node, ColumnBins column, bool hasMissing, int left) =>
        hasMissing ? !_criterion.Left.Contains(column.Missing) : node.IsRightLarger(left);

    private bool HasMissing(in PendingNode node, ReadOnlySpan<byte> records, ColumnBins column, int feature)
    {
        for (int row = 0; row < node.Count; row++)
        {
            if (TCodes.Load(ref MemoryMarshal.GetReference(records[(row * _layout.Stride)..]), feature) == column.Missing)
                return true;
        }

        return false;
    }

    private void Part(in PendingNode node, ReadOnlySpan<byte> records, int feature)
    {
        ref byte first = ref MemoryMarshal.GetReference(records);
        ref byte second = ref Unsafe.Add(ref first, _layout.Stride);
        var (firstLeaf, secondLeaf) = _tree.Part(node, feature, _rows.Columns[feature], TCodes.Load(ref first, feature), TCodes.Load(ref second, feature));
        SetLeafOf(firstLeaf, ref first);
        SetLeafOf(secondLeaf, ref second);
    }

    private void Add(ReadOnlySpan<byte> records, in PendingNode node, Seed parent, int side)
    {
        // Half of all nodes hold one row: nothing to sum, no error left, nothing to draw.
        if (node.Count == 1 && _bounds.Length == 0)
            SetLeafOf(node.Index, ref MemoryMarshal.GetReference(records));
        else
            Push(node with { Path = parent.Derive(side) });
    }

    private void SetLeafOf(int index, ref byte record)
    {
        double value = _criterion.LeafOf(ref record);
        _tree.SetLeaf(index, value, _layout.Weight(ref record));
        if (_limits.KeepsTraits)
            _traits[index] = new NodeTrait(value, 0, double.PositiveInfinity, 1);
    }
}
