namespace TypedTune.Learning.Tests.Forests;

/// <summary>A tree that is one chain of 20,000 splits can be printed and walked.</summary>
public sealed class DeepTreeTests
{
    private const int Splits = 20_000;

    [Fact]
    public void ChainOfSplits_IsPrintedInALineASide()
    {
        string text = Chain().ToString();

        string[] lines = text.Split('\n');
        Assert.Equal(2 * Splits, lines.Length);
        Assert.True(text.Length < 10_000_000, $"The text is {text.Length} characters long.");
        Assert.StartsWith("  x ≤ 1", lines[2], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains($"[{Splits}] x", StringComparison.Ordinal));
    }

    [Fact]
    public void ChainOfSplits_IsWalked()
    {
        var tree = Chain();

        var path = Assert.Single(tree.DecisionPaths(FeatureMatrix.FromColumns(new FeatureNames("x"), [Splits + 1.0])));

        Assert.Equal(Splits, path.Steps.Count);
        Assert.Equal(Splits + 1, tree.LeafCount);
    }

    // x > 0, x > 1, x > 2 and so on, a leaf on the left of each.
    private static DecisionTree Chain()
    {
        var nodes = new TreeNode[2 * Splits + 1];
        var weights = new float[nodes.Length];
        Array.Fill(weights, 1);
        for (int split = 0; split < Splits; split++)
        {
            int at = 2 * split;
            nodes[at] = TreeNode.NumberSplit(0, split, at + 1, sendsMissingRight: false);
            nodes[at + 1] = TreeNode.Leaf(split, at + 1);
        }

        nodes[^1] = TreeNode.Leaf(Splits, nodes.Length - 1);
        return new DecisionTree(new GrownTree(nodes, weights, Splits, [1], [], [], null), new FeatureNames("x"), []);
    }
}
