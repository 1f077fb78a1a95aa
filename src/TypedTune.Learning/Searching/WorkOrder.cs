namespace TypedTune.Learning;

/// <summary>
/// The order of the work: branch by branch, so that what candidates share is let go soon, and the longest branch first, so that no thread is left with it
/// at the end. A search that may end early takes candidates as they were proposed instead.
/// </summary>
internal static class WorkOrder
{
    /// <summary>The nodes of all candidates, each once, inputs first.</summary>
    public static IReadOnlyList<FitNode> Of<TSelf>(IReadOnlyList<Candidate<TSelf>> candidates, bool byProposal)
    {
        var planned = candidates.Where(candidate => candidate.Scores.Any(score => score is not null));
        var ordered = byProposal ? planned : planned
            .Select(candidate => (Candidate: candidate, Branch: Branch(candidate), Work: Work(candidate)))
            .GroupBy(item => item.Branch)
            .OrderByDescending(branch => branch.Sum(item => item.Work))
            .SelectMany(branch => branch.OrderByDescending(item => item.Work))
            .Select(item => item.Candidate);
        return [.. ordered.SelectMany(candidate => candidate.Nodes).Distinct()];
    }

    // What the predictor reads: candidates that share it have all before the predictor in common.
    private static FitNode Branch<TSelf>(Candidate<TSelf> candidate)
    {
        FitNode node = candidate.Scores.OfType<ScoreNode>().First().Prediction;
        while (node.Step is null && node.Inputs.FirstOrDefault(input => input is PredictionNode or PathNode) is { } inner)
            node = inner;
        return node.Inputs.Count > 0 ? node.Inputs[0] : node;
    }

    private static double Work<TSelf>(Candidate<TSelf> candidate) => candidate.Nodes.Sum(node => node.Estimate.Work);
}
