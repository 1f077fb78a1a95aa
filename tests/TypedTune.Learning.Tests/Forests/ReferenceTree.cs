namespace TypedTune.Learning.Tests.Forests;

/// <summary>A tree grown in the plainest way: every feature, every cut, sums in double precision.</summary>
internal sealed class ReferenceTree
{
    private int _feature = -1;
    private double _threshold;
    private double _value;
    private ReferenceTree? _left;
    private ReferenceTree? _right;

    public static ReferenceTree Grow(double[][] rows, double[] target, int depth, int minRowsToSplit, int minRowsInLeaf)
    {
        var tree = new ReferenceTree { _value = target.Average() };
        if (depth == 0 || rows.Length < minRowsToSplit || target.Distinct().Count() == 1)
            return tree;
        double best = double.PositiveInfinity;
        for (int f = 0; f < rows[0].Length; f++)
        {
            var values = rows.Select(row => row[f]).Distinct().Order().ToArray();
            for (int v = 0; v + 1 < values.Length; v++)
            {
                double threshold = (values[v] + values[v + 1]) / 2;
                var left = target.Where((_, i) => rows[i][f] <= threshold).ToArray();
                var right = target.Where((_, i) => rows[i][f] > threshold).ToArray();
                if (left.Length < minRowsInLeaf || right.Length < minRowsInLeaf)
                    continue;
                double error = Error(left) + Error(right);
                if (error < best)
                    (best, tree._feature, tree._threshold) = (error, f, threshold);
            }
        }

        if (tree._feature < 0)
            return tree;
        bool GoesLeft(double[] row) => row[tree._feature] <= tree._threshold;
        tree._left = Grow([.. rows.Where(GoesLeft)], [.. target.Where((_, i) => GoesLeft(rows[i]))], depth - 1, minRowsToSplit, minRowsInLeaf);
        tree._right = Grow([.. rows.Where(row => !GoesLeft(row))], [.. target.Where((_, i) => !GoesLeft(rows[i]))], depth - 1, minRowsToSplit, minRowsInLeaf);
        return tree;
    }

    /// <summary>The splits and leaves from the left, as text that ignores the last digits.</summary>
    public override string ToString() => _left is null ? $"{_value:G6}" : $"(x{_feature} <= {_threshold:G6}: {_left} {_right})";

    /// <summary>A grown tree in the same words.</summary>
    public static string Describe(TreeNode[] nodes, int index = 0)
    {
        var node = nodes[index];
        return node.IsLeaf
            ? $"{node.Value:G6}"
            : $"(x{node.Column} <= {node.Value:G6}: {Describe(nodes, node.Left)} {Describe(nodes, node.Left + 1)})";
    }

    private static double Error(double[] values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean));
    }
}
