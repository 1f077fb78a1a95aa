using System.Text;

namespace TypedTune.Learning;

/// <summary>A grown tree as values: its splits and leaves. Immutable and thread safe.</summary>
public sealed class DecisionTree
{
    private readonly GrownTree _tree;
    private readonly Lazy<DecisionNode[]> _nodes;

    internal DecisionTree(GrownTree tree, FeatureNames names, string[] levels)
    {
        _tree = tree;
        FeatureNames = names;
        _nodes = new Lazy<DecisionNode[]>(() => Make(tree, names, levels));
    }

    /// <summary>The names of the columns it was grown on.</summary>
    public FeatureNames FeatureNames { get; }

    /// <summary>Where every row starts: a <see cref="DecisionSplit"/>, or a <see cref="DecisionLeaf"/> if there is no split.</summary>
    public DecisionNode Root => Nodes[0];

    /// <summary>All nodes by <see cref="DecisionNode.Index"/>, the root first, parents before children. Made when first asked for.</summary>
    public IReadOnlyList<DecisionNode> Nodes => _nodes.Value;

    /// <summary>The number of leaves, at least 1: one more than there are splits.</summary>
    public int LeafCount => _tree.LeafCount;

    /// <summary>The most splits on a path from the root; 0 if the tree is one leaf.</summary>
    public int Depth => _tree.Depth;

    /// <summary>A row's way through the tree.</summary>
    /// <param name="features">M × P finite numbers, the columns as at fit.</param>
    /// <param name="row">Which of its rows, from 0.</param>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a number of the row that the tree looks at is not finite; the message names row and column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public DecisionPath DecisionPath(FeatureMatrix features, int row)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, features.RowCount);
        features.RequireColumns(FeatureNames, nameof(DecisionTree));
        var steps = new List<DecisionStep>();
        var node = Root;
        for (; node is DecisionSplit split; node = steps[^1].Next)
        {
            double value = features[row, split.FeatureIndex];
            if (!double.IsFinite(value))
                throw new ArgumentException($"Column {split.FeatureName} is {DecisionNode.Text(value)} in row {row}; a tree needs finite numbers. Put an imputer before it.", nameof(features));
            steps.Add(new DecisionStep(split, value, value <= split.Threshold));
        }

        return new DecisionPath(steps, (DecisionLeaf)node);
    }

    /// <summary>A line for each side of a split and for each leaf, indented by depth; long for a large tree.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var pending = new Stack<(DecisionNode Node, string Condition)>([(Root, "")]);
        while (pending.TryPop(out var next))
        {
            if (next.Condition.Length > 0)
                text.Append(' ', 2 * next.Node.Depth - 2).Append(next.Condition).Append(next.Node is DecisionLeaf ? ": " : "\n");
            if (next.Node is DecisionSplit split)
            {
                pending.Push((split.Right, split.Condition(isLeft: false)));
                pending.Push((split.Left, split.Condition(isLeft: true)));
            }
            else
            {
                text.Append(next.Node).Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private static DecisionNode[] Make(GrownTree tree, FeatureNames names, string[] levels)
    {
        int width = NodeValues.Width(levels.Length);
        var values = NodeValues.Of(tree, levels.Length);
        var depths = new int[tree.Nodes.Length];
        for (int index = 0; index < depths.Length; index++)
        {
            var node = tree.Nodes[index];
            if (!node.IsLeaf)
                depths[node.Left] = depths[node.Left + 1] = depths[index] + 1;
        }

        var nodes = new DecisionNode[depths.Length];
        for (int index = nodes.Length - 1; index >= 0; index--)
        {
            var node = tree.Nodes[index];
            var own = values[(index * width)..((index + 1) * width)];
            nodes[index] = node.IsLeaf
                ? new DecisionLeaf(index, depths[index], tree.NodeWeights[index], own, levels)
                : new DecisionSplit(index, depths[index], tree.NodeWeights[index], own, levels, node.Column, names[node.Column], node.Value, nodes[node.Left], nodes[node.Left + 1]);
        }

        return nodes;
    }
}
