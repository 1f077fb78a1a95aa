using System.Collections.Concurrent;

namespace TypedTune.Learning;

/// <summary>Grows trees in parallel.</summary>
internal static class ForestGrowth
{
    /// <summary>Grows trees; tree t depends on the seed and t, not on the others or on who grows it.</summary>
    /// <param name="rows">What is learned from.</param>
    /// <param name="limits">Where trees stop.</param>
    /// <param name="sampling">How a tree's rows are drawn.</param>
    /// <param name="seed">Where all draws come from.</param>
    /// <param name="count">How many trees.</param>
    /// <param name="context">Whose threads to borrow.</param>
    public static RegressionTree[] Grow(BinnedRows rows, TreeLimits limits, RowSampling sampling, Seed seed, int count, FitContext context)
    {
        var trees = new RegressionTree[count];

        // As many growers as threads, whatever the number of trees: their buffers are far larger than a tree.
        var idle = new ConcurrentBag<TreeGrower>();
        context.For(count, tree =>
        {
            if (!idle.TryTake(out var grower))
                grower = new TreeGrower(rows, limits, sampling);
            trees[tree] = grower.Grow(seed.Derive(tree), context.CancellationToken);
            idle.Add(grower);
        });
        return trees;
    }
}
