namespace TypedTune.Learning;

/// <summary>Refuses a search out of bag none of whose candidates can be scored so.</summary>
internal static class OutOfBagCandidates
{
    /// <summary>Checks candidates that were planned.</summary>
    /// <exception cref="ArgumentException">None can be scored out of bag.</exception>
    public static void Require<TSelf>(IEvaluation evaluation, IReadOnlyList<PlannedCandidate<TSelf>> candidates)
    {
        if (evaluation is OutOfBag && candidates.Count > 0 && candidates.All(candidate => candidate.PlanningError is ArgumentException))
            throw new ArgumentException($"No candidate can be scored out of bag: {ExceptionMessage.From(candidates[0].PlanningError!)}", "search");
    }
}
