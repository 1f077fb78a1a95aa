using System.Collections.Concurrent;

namespace TypedTune.Learning;

/// <summary>Grows trees in parallel.</summary>
internal static class ForestGrowth
{
    /// <summary>Grows trees; tree t depends on the plan, the seed and t, not on the others or on who grows it.</summary>
    /// <param name="plan">What the trees have in common.</param>
    /// <param name="seed">Where all draws come from.</param>
    /// <param name="count">How many trees.</param>
    /// <param name="context">Whose threads to borrow.</param>
    public static GrownTree[] Grow(ForestPlan plan, Seed seed, int count, FitContext context)
    {
        var trees = new GrownTree[count];
        For(plan, count, context, (tree, grower) => trees[tree] = grower.Grow(seed.Derive(tree), context.CancellationToken));
        return trees;
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
