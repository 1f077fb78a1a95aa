namespace TypedTune.Learning;

/// <summary>Runs batches of candidates as they are planned, and reports each candidate's scores or failure on each fold. Thread safe.</summary>
internal sealed class CandidateRun<TSelf>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<PlanNode, PlannedCandidate<TSelf>> _candidates = [];
    private readonly IReadOnlyList<FitTask> _tasks;
    private readonly CandidateClock? _clock;
    private readonly CandidateRunOptions<TSelf> _options;
    private readonly FitRun _run;

    /// <summary>Prepares a run without work.</summary>
    /// <param name="source">All rows.</param>
    /// <param name="tasks">A task a fold.</param>
    /// <param name="context">Threads and cancellation.</param>
    /// <param name="options">The settings of the run, and who is told.</param>
    public CandidateRun(FitSource source, IReadOnlyList<FitTask> tasks, FitContext context, CandidateRunOptions<TSelf> options)
    {
        _tasks = tasks;
        _options = options;
        _clock = options.Timeout is { } timeout ? new CandidateClock(timeout) : null;
        _run = new FitRun(source, context, options.Fits with
        {
            NamesFolds = tasks.Count > 1,
            Allowance = _clock is null ? null : _clock.AllowanceOf,
            Ended = Ended,
        });
    }

    /// <summary>The work that a scheduler runs.</summary>
    public FitRun Work => _run;

    /// <summary>Adds candidates on all folds, at any time.</summary>
    public void Add(PlannedBatch<TSelf> batch) => Add(batch, batch.Planned.SelectMany(candidate => _tasks.Select(task => (candidate, task))));

    /// <summary>Adds some folds of some candidates.</summary>
    /// <param name="batch">The batch in which the candidates were planned.</param>
    /// <param name="units">The candidates and folds, in the order in which they should run.</param>
    public void Add(PlannedBatch<TSelf> batch, IEnumerable<(PlannedCandidate<TSelf> Candidate, FitTask Task)> units)
    {
        lock (_gate)
        {
            _clock?.Add(batch);
            foreach (var candidate in batch.Planned)
                _candidates.Add(candidate.Score!, candidate);
        }

        _run.Add(batch.Plan, units.Select(unit => ((PlanNode)unit.Candidate.Score!, unit.Task)));
    }

    /// <summary>Forgets a candidate that has ended on all folds, or is not looked at any more; what was not started for it alone is not run.</summary>
    public void Forget(PlannedCandidate<TSelf> candidate)
    {
        lock (_gate)
            _candidates.Remove(candidate.Score!);
        _run.Drop(candidate.Score!, _tasks);
    }

    /// <summary>Stops the run: no further fit is started.</summary>
    public void Stop() => _run.Stop();

    private void Ended(FitUnit unit)
    {
        _clock?.Ended(unit);
        if (unit.Step is not null)
            _options.FitEnded?.Invoke(unit);

        // A unit that the end of the run broke off says nothing about its candidate.
        if (unit.Node is not ScoreNode score || unit.IsInterrupted)
            return;
        PlannedCandidate<TSelf>? candidate;
        lock (_gate)
            _candidates.TryGetValue(score, out candidate);
        if (candidate is not null)
            _options.FoldEnded(new CandidateFold<TSelf>(candidate, unit));
    }
}
