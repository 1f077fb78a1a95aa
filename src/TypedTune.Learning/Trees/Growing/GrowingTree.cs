using System.Runtime.CompilerServices;

namespace TypedTune.Learning;

/// <summary>The nodes of a tree while it grows. For one thread, and one tree after the other.</summary>
/// <param name="most">The most nodes of a tree.</param>
/// <param name="columns">P.</param>
internal sealed class GrowingTree(int most, int columns) : IDisposable
{
    /// <summary>Room for all nodes; rented.</summary>
    public TreeNode[] Nodes { get; } = Buffers<TreeNode>.Rent(most);

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
        Decreases = new double[columns];
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
    /// <param name="column">Its bins.</param>
    /// <param name="firstCode">The first row's code.</param>
    /// <param name="secondCode">The second row's.</param>
    /// <returns>The indices of the leaves of the first and of the second row.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int Second) Part(in PendingNode node, int feature, ColumnBins column, int firstCode, int secondCode)
    {
        int side = firstCode > secondCode ? 1 : 0;
        int left = AddChildren(node.Depth + 1);
        Nodes[node.Index] = TreeNode.NumberSplit(feature, column.Threshold(Math.Min(firstCode, secondCode), Math.Max(firstCode, secondCode)), left, sendsMissingRight: true);
        return (left + side, left + 1 - side);
    }

    /// <summary>Makes a node a leaf whose weight is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetLeaf(int index, double value) => Nodes[index] = TreeNode.Leaf(value, index);

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
        Buffers<TreeNode>.Return(Nodes);
        Buffers<float>.Return(NodeWeights);
    }
}
