using System.Globalization;
using System.Text;

namespace TypedTune.Learning;

/// <summary>A grown tree as values: its splits and leaves. Immutable and thread safe.</summary>
public sealed class DecisionTree
{
    // Spaces for every level of a chain of splits would grow with the square of its length.
    private const int MostIndented = 40;

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

    /// <summary>Each row's way through the tree.</summary>
    /// <param name="features">M × P numbers, none infinite, the columns as at fit; M may be 0.</param>
    /// <returns>M paths.</returns>
    /// <exception cref="ArgumentException">The columns are not those at fit, or a number is illegal; the message names row and column.</exception>
    public DecisionPath[] DecisionPaths(FeatureMatrix features)
    {
        ArgumentNullException.ThrowIfNull(features);
        features.RequireColumns(FeatureNames, nameof(DecisionTree));
        TrainingData.RequireLegal(features, nameof(DecisionTree));
        var paths = new DecisionPath[features.RowCount];
        var row = new double[features.ColumnCount];
        for (int i = 0; i < paths.Length; i++)
        {
            for (int c = 0; c < row.Length; c++)
                row[c] = features.Column(c)[i];
            paths[i] = PathOf(row);
        }

        return paths;
    }

    /// <summary>A line for each side of a split and for each leaf, indented by depth; long for a large tree. Below 40 levels the depth is a number before the line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var pending = new Stack<(DecisionNode Node, string Condition)>([(Root, "")]);
        while (pending.TryPop(out var next))
        {
            if (next.Condition.Length > 0)
                Indent(text, next.Node.Depth).Append(next.Condition).Append(next.Node is DecisionLeaf ? ": " : "\n");
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

    private static StringBuilder Indent(StringBuilder text, int depth)
    {
        text.Append(' ', 2 * Math.Min(depth, MostIndented) - 2);
        return depth <= MostIndented ? text : text.Append(CultureInfo.InvariantCulture, $"[{depth}] ");
    }

    private DecisionPath PathOf(double[] row)
    {
        var steps = new List<DecisionStep>();
        var node = Root;
        for (; node is DecisionSplit split; node = steps[^1].Next)
        {
            var turn = _tree.Nodes[node.Index];
            steps.Add(new DecisionStep(split, row[turn.Column], _tree.Next(turn, row) == turn.Left));
        }

        return new DecisionPath(steps, (DecisionLeaf)node);
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
            var facts = new NodeFacts(index, depths[index], tree.NodeWeights[index], values[(index * width)..((index + 1) * width)], levels);
            nodes[index] = node.IsLeaf ? new DecisionLeaf(facts)
                : node.IsCategory ? new CategorySplit(facts, names, node, tree.LeftCategories(node, names.Levels(node.Column)!), nodes[node.Left], nodes[node.Left + 1])
                : new ThresholdSplit(facts, names, node, nodes[node.Left], nodes[node.Left + 1]);
        }

        return nodes;
    }
}
