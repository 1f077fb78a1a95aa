using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>
/// Splits small nodes by squared error, many side by side: one thing is done for all of them and then the next, so that while one node
/// waits for a result, the processor works on another. Nine in ten splits of a full tree are of such nodes, and a fit takes 0.86 to 0.94 of the time.
/// Bit for bit what <see cref="TreeBuilder{TCodes}"/> makes of them one by one. Holds the buffers of one thread.
/// </summary>
internal sealed class SmallNodes
{
    /// <summary>How many nodes are worked on at once.</summary>
    public const int Most = 64;

    private readonly RecordLayout _layout;
    private readonly ColumnBins[] _columns;
    private readonly TreeLimits _limits;
    private readonly GrowingTree _tree;
    private readonly byte[][] _records;
    private readonly PendingQueue<PendingNode> _pending;
    private readonly int[] _order = new int[Most];
    private readonly int[] _ends = new int[PairSearch.MaxRows + 2];
    private readonly NodeSummary[] _summaries = new NodeSummary[Most];
    private readonly ulong[] _varying = new ulong[Most];
    private readonly int[] _features;
    private readonly int[] _drawn = new int[Most];
    private readonly FeatureCut[] _cuts = new FeatureCut[Most];
    private readonly (int Left, int Largest, int Right)[] _sides = new (int, int, int)[Most];
    private readonly double[] _thresholds = new double[Most];
    private readonly float[] _sums = new float[PairSearch.MaxRows];
    private readonly float[] _weights = new float[PairSearch.MaxRows];
    private readonly Vector256<int>[] _lanes = new Vector256<int>[PairSearch.LaneRows];

    private SmallNodes(BinnedRows rows, TreeLimits limits, GrowingTree tree, byte[][] records, PendingQueue<PendingNode> pending)
    {
        _layout = rows.Layout;
        _columns = rows.Columns;
        _limits = limits;
        _features = new int[Most * limits.FeaturesPerSplit];
        _tree = tree;
        _records = records;
        _pending = pending;
    }

    /// <summary>Creates the splitter of a tree's small nodes; null where they are to be split one by one.</summary>
    /// <param name="criterion">What the tree is grown for.</param>
    /// <param name="rows">What is learned from.</param>
    /// <param name="limits">Where trees stop.</param>
    /// <param name="tree">Where nodes go.</param>
    /// <param name="records">The records of even and of odd depths.</param>
    /// <param name="pending">Where nodes wait to be visited.</param>
    public static SmallNodes? For(NodeCriterion criterion, BinnedRows rows, TreeLimits limits, GrowingTree tree, byte[][] records, PendingQueue<PendingNode> pending)
    {
        bool suits = criterion is SquaredErrorCriterion<ByteCodes> { CountsRows: false }
            && rows.Layout.Columns <= SmallNodeKernels.MostColumns
            && limits is { Rule: SplitRule.Best, KeepsTraits: false, Stop.LimitsLeaves: false };
        return suits ? new SmallNodes(rows, limits, tree, records, pending) : null;
    }

    /// <summary>Splits nodes or makes them leaves.</summary>
    /// <param name="nodes">Nodes of 3 to <see cref="PairSearch.MaxRows"/> rows, none of them the root.</param>
    public void Split(ReadOnlySpan<PendingNode> nodes)
    {
        var order = Order(nodes);
        SmallNodeKernels.Read(nodes, order, _records[0], _records[1], _layout, _summaries, _varying);
        Draw(nodes);
        Find(nodes, order);
        Move(nodes, order);
        FindThresholds(nodes.Length);
        Make(nodes);
    }

    /// <summary>Parts pairs of rows or makes them leaves.</summary>
    /// <param name="nodes">Nodes of two rows, none of them the root.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Part(ReadOnlySpan<PendingNode> nodes)
    {
        foreach (ref readonly var node in nodes)
        {
            ref byte first = ref MemoryMarshal.GetReference(node.Records(_records, _layout));
            ref byte second = ref Unsafe.Add(ref first, _layout.Stride);
            var summary = NodeSummary.Of(ref first, ref second, _layout);
            ulong varying = SmallNodeKernels.Varying(ref first, ref second, _layout);
            _tree.NodeWeights[node.Index] = (float)summary.Weight;
            _tree.Decreases[node.ParentFeature] -= summary.SquaredError;
            bool isLeaf = summary.SquaredError == 0 || varying == 0 || !_limits.Stop.Splits(node.Depth, node.Count, summary.SquaredError / _tree.Weight);
            if (isLeaf)
            {
                _tree.SetLeaf(node.Index, summary.Mean);
                continue;
            }

            var stream = node.Path.Stream();
            int feature = FeatureDraw.DrawOne(ref stream, varying);
            _tree.Decreases[feature] += summary.SquaredError;
            var (firstLeaf, secondLeaf) = _tree.Part(node, feature, _columns[feature], Unsafe.Add(ref first, feature), Unsafe.Add(ref second, feature));
            SetLeaf(firstLeaf, ref first);
            SetLeaf(secondLeaf, ref second);
        }
    }

    // Nodes of as many rows one after the other, so that the processor foresees how often loops turn.
    private ReadOnlySpan<int> Order(ReadOnlySpan<PendingNode> nodes)
    {
        Array.Clear(_ends);
        foreach (ref readonly var node in nodes)
            _ends[node.Count + 1]++;
        for (int rows = 1; rows < _ends.Length; rows++)
            _ends[rows] += _ends[rows - 1];
        for (int n = 0; n < nodes.Length; n++)
            _order[_ends[nodes[n].Count]++] = n;
        return _order.AsSpan(0, nodes.Length);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Draw(ReadOnlySpan<PendingNode> nodes)
    {
        for (int n = 0; n < nodes.Length; n++)
        {
            bool mayBeSplit = _summaries[n].SquaredError > 0 && nodes[n].Depth < _limits.Stop.MaxDepth && nodes[n].Count >= _limits.Stop.MinRowsToSplit;
            int varying = BitOperations.PopCount(_varying[n]);
            _drawn[n] = 0;
            if (!mayBeSplit || varying == 0)
                continue;
            var stream = nodes[n].Path.Stream();
            _drawn[n] = FeatureDraw.Draw(ref stream, _varying[n], _layout.Columns, varying, FeaturesOf(n));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Find(ReadOnlySpan<PendingNode> nodes, ReadOnlySpan<int> order)
    {
        foreach (int n in order)
        {
            int rows = nodes[n].Count;
            var sums = _sums.AsSpan(0, rows);
            var weights = _weights.AsSpan(0, rows);
            var features = FeaturesOf(n)[.._drawn[n]];
            var best = FeatureCut.None;
            for (int at = 0; at < features.Length; at += LaneGather.Lanes)
            {
                var some = features.Slice(at, Math.Min(LaneGather.Lanes, features.Length - at));
                SmallNodeKernels.Gather(nodes[n].Records(_records, _layout), _layout, _summaries[n].Scale, some, sums, weights, _lanes);
                var cut = PairSearch.Find<ByteCodes, AnyLeaf>(_lanes, sums, weights, (float)_summaries[n].Weight, some, 1);
                if (cut.Score > best.Score)
                    best = cut;
            }

            bool isWorthIt = best.Score >= 0 && best.Score * _summaries[n].SquaredError / _tree.Weight >= _limits.Stop.MinImpurityDecrease;
            _cuts[n] = isWorthIt ? best : FeatureCut.None;
        }
    }

    private Span<int> FeaturesOf(int n) => _features.AsSpan(n * _limits.FeaturesPerSplit, _limits.FeaturesPerSplit);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Move(ReadOnlySpan<PendingNode> nodes, ReadOnlySpan<int> order)
    {
        foreach (int n in order)
        {
            if (_cuts[n].Score < 0)
                continue;
            int left = Partition.Split<ByteCodes>(nodes[n].Records(_records, _layout), nodes[n].ChildRecords(_records, _layout), _layout.Stride, nodes[n].Count, _cuts[n], out int largest, out int right);
            _sides[n] = (left, largest, right);
        }
    }

    // In a loop of its own: what it reads is seldom near, and so several of them are waited for at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindThresholds(int count)
    {
        for (int n = 0; n < count; n++)
        {
            if (_cuts[n].Score >= 0)
                _thresholds[n] = _columns[_cuts[n].Feature].Threshold(_sides[n].Largest, _sides[n].Right);
        }
    }

    // In the order of the nodes, which numbers their children.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Make(ReadOnlySpan<PendingNode> nodes)
    {
        _pending.ReserveSmall(2 * nodes.Length);
        for (int n = 0; n < nodes.Length; n++)
        {
            ref readonly var node = ref nodes[n];
            ref readonly var summary = ref _summaries[n];
            var cut = _cuts[n];
            _tree.NodeWeights[node.Index] = (float)summary.Weight;
            _tree.Decreases[node.ParentFeature] -= summary.SquaredError;
            if (cut.Score < 0)
            {
                _tree.SetLeaf(node.Index, summary.Mean);
                continue;
            }

            _tree.Decreases[cut.Feature] += summary.SquaredError;
            int left = _sides[n].Left;
            int depth = node.Depth + 1;
            int index = _tree.AddChildren(depth);
            _tree.Nodes[node.Index] = TreeNode.NumberSplit(cut.Feature, _thresholds[n], index, node.IsRightLarger(left));
            ref byte first = ref MemoryMarshal.GetReference(node.ChildRecords(_records, _layout));
            Add(ref Unsafe.Add(ref first, left * _layout.Stride), new PendingNode(node.Start + left, node.Count - left, depth, index + 1, cut.Feature, node.Path.Derive(1)));
            Add(ref first, new PendingNode(node.Start, left, depth, index, cut.Feature, node.Path.Derive(0)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(ref byte record, in PendingNode node)
    {
        // Of one row it is a leaf; else this is overwritten when its turn comes. A branch would be mispredicted half of the time.
        SetLeaf(node.Index, ref record);
        _pending.PushSmall(node, node.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SetLeaf(int index, ref byte record) => _tree.SetLeaf(index, _layout.Target(ref record), _layout.Weight(ref record));
}
