namespace TypedTune.Learning;

/// <summary>Estimates how many bytes the results of a plan's units hold at once.</summary>
internal static class MemoryEstimate
{
    /// <summary>The most bytes at once, when units run in order and each result is let go when nothing needs it any more.</summary>
    /// <param name="batch">The candidates that are run.</param>
    /// <param name="folds">The number of folds.</param>
    /// <param name="threads">How many units run at once: the largest are taken to meet.</param>
    public static long Peak<TSelf>(PlannedBatch<TSelf> batch, int folds, int threads)
    {
        var plan = batch.Plan;
        var needed = new int[plan.Nodes.Count * folds];
        foreach (var (node, fold) in ExecutionOrder.Units(plan, batch.Planned, folds))
        {
            var needs = plan.NeedsOf(node);
            for (int i = 0; i < needs.Count; i++)
                needed[needs[i].Id * folds + fold]++;
        }

        // Numbers of any size add up here, as estimates may be.
        Int128 held = 0, peak = 0, largest = 0;
        foreach (var (node, fold) in ExecutionOrder.Units(plan, batch.Planned, folds))
        {
            long bytes = BytesOf(plan, node);
            held += bytes;
            peak = Int128.Max(peak, held);
            largest = Int128.Max(largest, bytes);
            var needs = plan.NeedsOf(node);
            for (int i = 0; i < needs.Count; i++)
            {
                if (--needed[needs[i].Id * folds + fold] == 0)
                    held -= BytesOf(plan, needs[i]);
            }

            if (needed[node.Id * folds + fold] == 0)
                held -= bytes;
        }

        return (long)Int128.Min(peak + (threads - 1) * largest, long.MaxValue);
    }

    private static long BytesOf(FitPlan plan, PlanNode node) => plan.SharedFitOf(node) is null ? node.EstimatedBytes : 0;
}
