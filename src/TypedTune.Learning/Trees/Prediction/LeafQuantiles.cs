using System.Runtime.InteropServices;

namespace TypedTune.Learning;

/// <summary>Quantiles of the targets in the leaves that a row falls into.</summary>
internal static class LeafQuantiles
{
    // Shares that add up to a quantile but for rounding reach it: ten leaves of one row each reach 0.8 with eight.
    private const double Rounding = 1e-12;

    /// <summary>The quantiles of each row.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="targets">What their leaves hold.</param>
    /// <param name="features">M × P.</param>
    /// <param name="quantiles">Q numbers from 0 to 1.</param>
    /// <param name="context">Whose threads to borrow.</param>
    /// <returns>M × Q, column after column.</returns>
    public static double[] Of(IReadOnlyList<GrownTree> trees, LeafTargets targets, FeatureMatrix features, double[] quantiles, FitContext context)
    {
        var result = new double[(long)features.RowCount * quantiles.Length];
        RowBlocks.For(features, trees.Count, context, block =>
        {
            int count = block.Count;
            var leaves = new int[trees.Count * count];
            for (int tree = 0; tree < trees.Count; tree++)
                TreeTraversal.Descend(trees[tree], block, leaves.AsSpan(tree * count, count));
            var ranks = new List<int>();
            var shares = new List<double>();
            for (int row = 0; row < count; row++)
            {
                ranks.Clear();
                shares.Clear();
                for (int tree = 0; tree < trees.Count; tree++)
                    Add(targets, tree, leaves[tree * count + row], ranks, shares);
                CollectionsMarshal.AsSpan(ranks).Sort(CollectionsMarshal.AsSpan(shares));
                for (int i = 1; i < shares.Count; i++)
                    shares[i] += shares[i - 1];
                for (int i = 0; i < quantiles.Length; i++)
                    result[(long)i * features.RowCount + block.Start + row] = targets.Sorted[ranks[Reach(CollectionsMarshal.AsSpan(shares), quantiles[i])]];
            }
        });
        return result;
    }

    private static void Add(LeafTargets targets, int tree, int leaf, List<int> ranks, List<double> shares)
    {
        var (ofLeaf, weights) = targets.In(tree, leaf);
        double total = 0;
        foreach (float weight in weights.Span)
            total += weight;
        ranks.AddRange(ofLeaf.Span);
        foreach (float weight in weights.Span)
            shares.Add(weight / total);
    }

    // The first place at which the sum is large enough.
    private static int Reach(ReadOnlySpan<double> sums, double quantile)
    {
        double needed = quantile * sums[^1] * (1 - Rounding);
        int low = 0, high = sums.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sums[middle] >= needed)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
