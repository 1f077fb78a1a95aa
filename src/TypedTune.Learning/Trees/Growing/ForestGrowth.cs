using System.Collections.Concurrent;
using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Grows trees in parallel.</summary>
internal static class ForestGrowth
{
    /// <summary>Grows trees; tree t depends on the plan, the seed and t, not on the others or on who grows it.</summary>
    /// <param name="plan">What the trees have in common.</param>
    /// <param name="seed">Where all draws come from.</param>
    /// <param name="count">How many trees.</param>
    /// <param name="context">Whose threads to borrow.</param>
    /// <exception cref="ArgumentException">So many trees as large as the first one are more than this process has memory for.</exception>
    public static GrownTree[] Grow(ForestPlan plan, Seed seed, int count, FitContext context)
    {
        var trees = new GrownTree[count];
        For(plan, count, context, (tree, grower) =>
        {
            trees[tree] = grower.Grow(seed.Derive(tree), context.CancellationToken);
            if (tree == 0)
                RequireRoom(trees[tree], count, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        });
        return trees;
    }

    /// <summary>Refuses trees that would not fit into memory.</summary>
    /// <param name="tree">One of them.</param>
    /// <param name="count">How many there will be.</param>
    /// <param name="available">How many bytes there are for all.</param>
    /// <exception cref="ArgumentException">They would not.</exception>
    public static void RequireRoom(GrownTree tree, int count, long available)
    {
        double needed = (double)count * tree.Bytes;
        if (needed > available)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{count} trees like the first one, of {tree.LeafCount} leaves, need {needed / 1e9:F1} GB, but this process may use {available / 1e9:F1} GB. Lower Trees, or limit trees by MaxDepth, MaxLeaves or MinRowsInLeaf."));
        }
    }

    /// <summary>Runs <paramref name="body"/> for each tree, in parallel.</summary>
    /// <param name="plan">What the trees have in common.</param>
    /// <param name="count">How many trees.</param>
    /// <param name="context">Whose threads to borrow.</param>
    /// <param name="body">Called once a tree, with its number and what grows it, whose buffers are nobody else's meanwhile.</param>
    public static void For(ForestPlan plan, int count, FitContext context, Action<int, TreeGrower> body)
    {
        // As many growers as threads, whatever the number of trees: their buffers are far larger than a tree.
        var idle = new ConcurrentBag<TreeGrower>();
        context.For(count, tree =>
        {
            if (!idle.TryTake(out var grower))
                grower = new TreeGrower(plan);
            body(tree, grower);
            idle.Add(grower);
        });

        // Not where growing is broken off: then the buffers are left to the collector.
        foreach (var grower in idle)
            grower.Dispose();
    }
}
