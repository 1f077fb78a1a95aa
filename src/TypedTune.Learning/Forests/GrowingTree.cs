using System.Runtime.CompilerServices;

namespace TypedTune.Learning;

/// <summary>What a tree has come to while it grows. For one thread, and one tree after the other.</summary>
/// <param name="most">The most nodes of a tree.</param>
/// <param name="rows">What is learned from.</param>
internal sealed class GrowingTree(int most, BinnedRows rows) : IDisposable
{
    private readonly bool _isCoded = rows.ArePlainBytes;
    private readonly CodedNode[] _coded = rows.ArePlainBytes ? Buffers<CodedNode>.Rent(most) : [];
    private readonly double[] _leaves = rows.ArePlainBytes ? Buffers<double>.Rent(most) : [];
    private TreeNode[] _nodes = rows.ArePlainBytes ? [] : Buffers<TreeNode>.Rent(most);

    /// <summary>The weight of the rows in each node; rented.</summary>
    public float[] NodeWeights { get; } = Buffers<float>.Rent(most);

    /// <summary>For each column, by how much its splits lower the weighted impurity.</summary>
    public double[] Decreases { get; private set; } = [];

    /// <summary>How many nodes there are, of which some may be yet to be visited.</summary>
    public int NodeCount { get; private set; }

    /// <summary>The most splits on a path from the root.</summary>
    public int Depth { get; private set; }

    /// <summary>The weight of all rows.</summary>
    public double Weight { get; set; }

    /// <summary>Begins a tree of a root.</summary>
    public void Begin()
    {
        Decreases = new double[rows.Columns.Length];
        NodeCount = 1;
        Depth = 0;
    }

    /// <summary>Adds the children of a node, one after the other.</summary>
    /// <param name="depth">How many splits are above them.</param>
    /// <returns>The index of the left one.</returns>
    public int AddChildren(int depth)
    {
        int left = NodeCount;
        NodeCount += 2;
        Depth = Math.Max(Depth, depth);
        return left;
    }

    /// <summary>Parts a node of two rows.</summary>
    /// <param name="node">The node.</param>
    /// <param name="feature">A column in which they differ.</param>
    /// <param name="firstCode">The first row's code.</param>
    /// <param name="secondCode">The second row's.</param>
    /// <returns>The indices of the leaves of the first and of the second row.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int Second) Part(in PendingNode node, int feature, int firstCode, int secondCode)
    {
        int side = firstCode > secondCode ? 1 : 0;
        int left = AddChildren(node.Depth + 1);
        SetSplit(node.Index, feature, Math.Min(firstCode, secondCode), Math.Max(firstCode, secondCode), left, sendsMissingRight: true);
        return (left + side, left + 1 - side);
    }

    /// <summary>Makes a node a split of numbers, midway between those of its rows that are beside the cut.</summary>
    /// <param name="index">The node.</param>
    /// <param name="feature">The column that it looks at.</param>
    /// <param name="largest">The largest code on the left, if it has numbers.</param>
    /// <param name="right">The smallest code on the right, if it has numbers.</param>
    /// <param name="left">The left child's index.</param>
    /// <param name="sendsMissingRight">Whether missing values go right.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetSplit(int index, int feature, int largest, int right, int left, bool sendsMissingRight)
    {
        if (_isCoded)
            _coded[index] = CodedNode.NumberSplit(feature, largest, right, left, sendsMissingRight);
        else
            _nodes[index] = TreeNode.NumberSplit(feature, rows.Columns[feature].Threshold(largest, right), left, sendsMissingRight);
    }

    /// <summary>Makes a node any split; only where rows are not plain bytes, see <see cref="BinnedRows.ArePlainBytes"/>.</summary>
    public void SetSplit(int index, TreeNode split) => _nodes[index] = split;

    /// <summary>The tree in codes, if rows are plain bytes.</summary>
    /// <param name="distributions">Those of its leaves.</param>
    public CodedTree InCodes(double[] distributions) => new(_coded, _leaves, rows.Columns, distributions);

    /// <summary>The nodes, in an array that is longer; good until the next tree begins.</summary>
    public TreeNode[] Nodes()
    {
        if (!_isCoded)
            return _nodes;
        if (_nodes.Length == 0)
            _nodes = Buffers<TreeNode>.Rent(most);
        for (int index = 0; index < NodeCount; index++)
            _nodes[index] = _coded[index].Decode(_leaves[index], rows.Columns);
        return _nodes;
    }

    /// <summary>Makes a node a leaf whose weight is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetLeaf(int index, double value)
    {
        if (!_isCoded)
        {
            _nodes[index] = TreeNode.Leaf(value, index);
            return;
        }

        _coded[index] = CodedNode.Leaf(index);
        _leaves[index] = value;
    }

    /// <summary>Makes a node a leaf.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetLeaf(int index, double value, float weight)
    {
        SetLeaf(index, value);
        NodeWeights[index] = weight;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Return(_coded);
        Return(_leaves);
        Return(_nodes);
        Buffers<float>.Return(NodeWeights);
    }

    private static void Return<T>(T[] array)
        where T : unmanaged
    {
        if (array.Length > 0)
            Buffers<T>.Return(array);
    }
}
