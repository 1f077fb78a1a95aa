namespace TypedTune.Learning;

/// <summary>How long the nodes of a plan will take, by how long others of their steps took.</summary>
internal static class TimeEstimate
{
    /// <summary>Adds the nodes' work up, at each step's measured speed, over all threads.</summary>
    /// <exception cref="ArgumentException">A step was never measured.</exception>
    public static TimeSpan Of(IEnumerable<FitNode> nodes, IReadOnlyList<StepTime> times, int threads)
    {
        double seconds = 0;
        foreach (var step in nodes.Where(node => node.Step is not null).GroupBy(node => node.Step!))
        {
            var measured = times.FirstOrDefault(time => time.Step == step.Key);
            if (measured.Step is null)
                throw new ArgumentException($"The times have none of {step.Key}; they have {string.Join(", ", times.Select(time => time.Step))}. Take a pilot of this search.", nameof(times));
            seconds += step.Sum(node => node.Estimate.Work) * measured.SecondsPerWork;
        }

        return TimeSpan.FromSeconds(seconds / threads);
    }

    /// <summary>Runs the first, the middle and the last candidate on the first fold.</summary>
    public static IReadOnlyList<StepTime> Pilot<TSelf, TData, TFitted>(PlannedSearch<TSelf, TData, TFitted> plan, int? threads, CancellationToken cancellation)
        where TData : IDataset<TData>
    {
        Candidate<TSelf>[] planned = [.. plan.Candidates.Where(candidate => candidate.Scores[0] is not null)];
        if (planned.Length == 0)
            throw new ArgumentException($"None of the candidates can be fitted: {plan.Candidates[0].PlanningError!.Message}", nameof(plan));
        var nodes = FitNode.Reachable(planned[0].Scores[0]!, planned[planned.Length / 2].Scores[0]!, planned[^1].Scores[0]!);
        using var scheduler = new WorkScheduler(threads);
        FitGraph.RunAll(nodes, new FitContext(scheduler, cancellation), keep: nodes[^1]);
        return StepTime.Of(nodes);
    }
}
