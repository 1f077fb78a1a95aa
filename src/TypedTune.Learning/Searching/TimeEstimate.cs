namespace TypedTune.Learning;

/// <summary>Estimates how long the work of a plan will take from how long other fits of its steps took.</summary>
internal static class TimeEstimate
{
    /// <summary>Adds the work up, at each step's measured speed, over all threads.</summary>
    /// <exception cref="ArgumentException">A step was never measured.</exception>
    public static TimeSpan Compute(IReadOnlyDictionary<string, double> work, IReadOnlyList<StepTime> times, int threads)
    {
        double seconds = 0;
        foreach (var (step, amount) in work)
        {
            var measured = times.FirstOrDefault(time => time.Step == step);
            if (measured.Step is null)
                throw new ArgumentException($"There is no time of the step {step}, but of {(times.Count == 0 ? "no step" : string.Join(", ", times.Select(time => time.Step)))}. Take a pilot of this search.", nameof(times));
            seconds += amount * measured.SecondsPerWork;
        }

        return TimeSpan.FromSeconds(seconds / threads);
    }

    /// <summary>Runs the first, the middle and the last candidate on the first fold.</summary>
    public static IReadOnlyList<StepTime> Pilot<TSelf, TData, TFitted>(PlannedSearch<TSelf, TData, TFitted> search, int? threads, CancellationToken cancellation)
        where TData : IDataset<TData>
    {
        ScoreNode[] planned = [.. search.Candidates.Select(candidate => candidate.Score).OfType<ScoreNode>()];
        if (planned.Length == 0)
            throw new ArgumentException($"None of the candidates can be fitted: {ExceptionMessage.From(search.Candidates[0].PlanningError!)}", nameof(search));
        PlanNode[] some = [.. new[] { planned[0], planned[planned.Length / 2], planned[^1] }.Distinct()];
        var units = WholeRun.Run(search.Batch.Plan, search.Planner.Source, some.Select(score => (score, search.Planner.Tasks[0])), namesFolds: false, threads, cancellation);
        return StepTime.From(FitUnit.Reachable(units));
    }
}
