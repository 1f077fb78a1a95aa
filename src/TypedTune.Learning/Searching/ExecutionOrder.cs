namespace TypedTune.Learning;

/// <summary>
/// The order of the work: branch by branch, so that what candidates share is let go soon, and the longest branch first, so that no thread is left with it
/// at the end. A search that may end early takes candidates as they were proposed instead.
/// </summary>
internal static class ExecutionOrder
{
    /// <summary>Candidates in the order in which they should run.</summary>
    /// <param name="plan">The plan that they are in.</param>
    /// <param name="walk">Finds what they need.</param>
    /// <param name="candidates">As they were proposed.</param>
    public static IReadOnlyList<PlannedCandidate<TSelf>> Sort<TSelf>(FitPlan plan, PlanWalk walk, IReadOnlyList<PlannedCandidate<TSelf>> candidates) =>
    [
        .. candidates
            .Select(candidate => (Candidate: candidate, Branch: Branch(plan, candidate), Work: Work(plan, walk, candidate)))
            .GroupBy(item => item.Branch)
            .OrderByDescending(branch => branch.Sum(item => item.Work))
            .SelectMany(branch => branch.OrderByDescending(item => item.Work))
            .Select(item => item.Candidate),
    ];

    /// <summary>Every unit of the candidates, each once, inputs first.</summary>
    public static IEnumerable<(PlanNode Node, int Fold)> Units<TSelf>(FitPlan plan, IReadOnlyList<PlannedCandidate<TSelf>> candidates, int folds)
    {
        var walk = new PlanWalk();
        var seen = new bool[plan.Nodes.Count * folds];
        foreach (var candidate in candidates)
        {
            var nodes = walk.From(plan, candidate.Score!);
            for (int fold = 0; fold < folds; fold++)
            {
                foreach (var node in nodes)
                {
                    if (seen[node.Id * folds + fold])
                        continue;
                    seen[node.Id * folds + fold] = true;
                    yield return (node, fold);
                }
            }
        }
    }

    // What the predictor reads: candidates that share it have all before the predictor in common.
    private static PlanNode Branch<TSelf>(FitPlan plan, PlannedCandidate<TSelf> candidate)
    {
        var node = candidate.Score!.Prediction;
        while (plan.StepOf(node) is null && plan.NeedsOf(node).FirstOrDefault(input => input is PredictionNode or SubmodelsNode) is { } inner)
            node = inner;
        var needs = plan.NeedsOf(node);
        return needs.Count > 0 ? needs[0] : node;
    }

    // Submodels of one fit have the same work, that of the fit, and so stay together.
    private static double Work<TSelf>(FitPlan plan, PlanWalk walk, PlannedCandidate<TSelf> candidate)
    {
        double work = 0;
        foreach (var node in walk.From(plan, candidate.Score!))
            work += plan.StepOf(node) is null ? 0 : node.Estimate.Work;
        return work;
    }
}
