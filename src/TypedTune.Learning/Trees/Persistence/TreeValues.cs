namespace TypedTune.Learning;

/// <summary>Trees as values of a saved model: lists with the nodes of all trees, one tree after the other.</summary>
/// <remarks>
/// A node has a column (−1 for a leaf); a value (a split's threshold, infinite where missing values alone are parted from all others, or the place of its categories; a leaf's
/// prediction, in a classification its class or −1 less the place of its distribution); how far behind it its left child stands (0 for a leaf), which the right one follows; whether
/// missing values go right; and the weight of its training rows.
/// </remarks>
internal static class TreeValues
{
    private const int Leaf = -1;

    /// <summary>Writes trees.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="trees">The trees, at least one.</param>
    public static void Write(ModelWriter writer, IReadOnlyList<GrownTree> trees)
    {
        writer.Integers("NodeCounts", [.. trees.Select(tree => tree.Nodes.Length)]);
        writer.Integers("Columns", [.. trees.SelectMany(tree => tree.Nodes).Select(node => node.IsLeaf ? Leaf : node.Column)]);
        writer.Numbers("Values", [.. trees.SelectMany(tree => tree.Nodes).Select(node => node.Value)]);
        writer.Integers("LeftSteps", [.. trees.SelectMany(tree => tree.Nodes.Select((node, index) => node.Left - index))]);
        writer.Integers("MissingRight", [.. trees.SelectMany(tree => tree.Nodes).Select(node => !node.IsLeaf && node.SendsMissingRight ? 1 : 0)]);
        writer.Numbers("Weights", [.. trees.SelectMany(tree => tree.NodeWeights).Select(weight => (double)weight)]);
        writer.Numbers("ImpurityDecreases", [.. trees.SelectMany(tree => tree.ImpurityDecreases)]);
        writer.Integers("DistributionCounts", [.. trees.Select(tree => tree.Distributions.Length)]);
        writer.Numbers("Distributions", [.. trees.SelectMany(tree => tree.Distributions)]);
        writer.Integers("CategorySetCounts", [.. trees.Select(tree => tree.CategorySets.Length)]);
        writer.Integers("CategorySets", [.. trees.SelectMany(tree => tree.CategorySets).Select(word => unchecked((long)word))]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote, and checks it.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="names">The columns of the model.</param>
    /// <param name="classes">How many labels it has; 0 in a regression.</param>
    /// <exception cref="ModelFileException">The trees are damaged.</exception>
    public static GrownTree[] Read(ModelReader reader, FeatureNames names, int classes)
    {
        int[] nodeCounts = reader.Integers("NodeCounts");
        var columns = new Slices<int>(reader, reader.Integers("Columns"), nodeCounts, "the columns of nodes");
        var values = new Slices<double>(reader, reader.Numbers("Values"), nodeCounts, "the values of nodes");
        var leftSteps = new Slices<int>(reader, reader.Integers("LeftSteps"), nodeCounts, "the children of nodes");
        var missingRight = new Slices<int>(reader, reader.Integers("MissingRight"), nodeCounts, "the sides of missing values");
        var weights = new Slices<double>(reader, reader.Numbers("Weights"), nodeCounts, "the weights of nodes");
        var decreases = new Slices<double>(reader, reader.Numbers("ImpurityDecreases"), Array.ConvertAll(nodeCounts, _ => names.Count), "the decreases of impurity");
        int[] distributionCounts = reader.Integers("DistributionCounts");
        var distributions = new Slices<double>(reader, reader.Numbers("Distributions"), distributionCounts, "the distributions of leaves");
        int[] setCounts = reader.Integers("CategorySetCounts");
        var sets = new Slices<long>(reader, reader.LongIntegers("CategorySets"), setCounts, "the sets of categories");
        reader.Require(nodeCounts.Length > 0 && distributionCounts.Length == nodeCounts.Length && setCounts.Length == nodeCounts.Length, "it has no trees, or parts of one are missing");
        var trees = new GrownTree[nodeCounts.Length];
        for (int tree = 0; tree < trees.Length; tree++)
        {
            var nodes = Nodes(reader, names, columns[tree], values[tree], leftSteps[tree], missingRight[tree]);
            var grown = new GrownTree(nodes, [.. weights[tree].Select(weight => (float)weight)], 0, [.. decreases[tree]], [.. distributions[tree]], [.. sets[tree].Select(word => unchecked((ulong)word))], null);
            trees[tree] = TreeChecks.Checked(reader, grown, names, classes);
        }

        return trees;
    }

    private static TreeNode[] Nodes(ModelReader reader, FeatureNames names, ArraySegment<int> columns, ArraySegment<double> values, ArraySegment<int> leftSteps, ArraySegment<int> missingRight)
    {
        var nodes = new TreeNode[columns.Count];
        for (int node = 0; node < nodes.Length; node++)
        {
            int column = columns[node];
            long left = (long)node + leftSteps[node];
            reader.Require(column >= Leaf && column < names.Count && left is >= 0 and <= int.MaxValue, "a node names a column or a child that does not exist");
            nodes[node] = column == Leaf ? new TreeNode(values[node], (int)left, 0)
                : names.Levels(column) is null ? TreeNode.NumberSplit(column, values[node], (int)left, missingRight[node] != 0)
                : TreeNode.CategorySplit(column, values[node], (int)left, missingRight[node] != 0);
        }

        return nodes;
    }

    // A list that holds those of several trees.
    private readonly struct Slices<T>
    {
        private readonly T[] _all;
        private readonly int[] _starts;

        public Slices(ModelReader reader, T[] all, int[] counts, string what)
        {
            _all = all;
            _starts = new int[counts.Length + 1];
            long total = 0;
            for (int i = 0; i < counts.Length; i++)
            {
                total += counts[i];
                reader.Require(counts[i] >= 0 && total <= all.Length, $"{what} are not as many as they should be");
                _starts[i + 1] = (int)total;
            }

            reader.Require(total == all.Length, $"{what} are not as many as they should be");
        }

        public ArraySegment<T> this[int index] => new(_all, _starts[index], _starts[index + 1] - _starts[index]);
    }
}
