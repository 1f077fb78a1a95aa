namespace TypedTune;

/// <summary>A study whose loop is the caller's own. Thread safe.</summary>
internal sealed class AskAndTell<T>
{
    private readonly Lock _asking = new();
    private readonly Queue<Candidate<T>> _proposed = new();
    private readonly StudyPlan<T> _plan;
    private readonly TrialLedger<T> _ledger;
    private readonly Proposals<T> _proposals;
    private readonly Notifications<T> _notifications;
    private readonly RunClock _clock;

    public AskAndTell(StudyPlan<T> plan)
    {
        _plan = plan = plan.WithHistory();
        _clock = new RunClock(plan.Budget.Time, CancellationToken.None);
        _ledger = new TrialLedger<T>(plan.Budget, plan.OnFailure, plan.Direction);
        _proposals = plan.StartProposals(_ledger);
        _notifications = new Notifications<T>(plan.Observers);
    }

    public IReadOnlyList<Candidate<T>> Ask(int count)
    {
        if (count < 1)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"At least 1 candidate must be asked for, but count is {count}.");
        if (_ledger.Ending is not null)
            return [];
        IReadOnlyList<Candidate<T>> candidates;
        lock (_asking)
            candidates = GiveOut(count);
        _notifications.HandOn();
        return candidates;
    }

    public void Tell(Candidate<T> candidate, double score) => End(candidate, TrialEnd.Complete(new TrialOutcome(score)));

    public void Tell(Candidate<T> candidate, Exception error) => End(candidate, TrialEnd.Failed(error, default));

    public StudyResult<T> Result() => new(_ledger.Close(), _plan.Space, _plan.Direction, Reason(), _clock.Elapsed) { ObserverErrors = _notifications.Errors };

    private StopReason Reason()
    {
        if (_ledger.Ending is { } ending)
            return ending;
        if (_proposals.IsExhausted && _ledger.PendingCount == 0)
            return _proposals.Reason;
        return _clock.Token.IsCancellationRequested ? StopReason.TimeBudget : StopReason.Unfinished;
    }

    // A candidate that the store did not take stays the next one.
    private List<Candidate<T>> GiveOut(int count)
    {
        if (_proposed.Count == 0)
        {
            foreach (var candidate in _proposals.Next(count, known => _ledger.Add(known, Posted), _clock.Token))
                _proposed.Enqueue(candidate);
        }

        var given = new List<Candidate<T>>();
        try
        {
            while (given.Count < count && _proposed.TryPeek(out var candidate))
            {
                _plan.History?.Proposed(candidate);
                given.Add(_proposed.Dequeue());
                if (_notifications.AreWanted)
                    _notifications.Post(observer => observer.Proposed(candidate));
            }
        }
        catch (Exception) when (given.Count > 0)
        {
            // Those before it are stored, and must be told. The next call meets the store again.
        }

        return given;
    }

    private void End(Candidate<T> candidate, TrialEnd end)
    {
        _ledger.End(candidate.Index, end, trial => Store(trial, candidate), Posted);
        _notifications.HandOn();
    }

    // Stored before the ledger ends it: where the store throws the candidate is pending still, and can be told again.
    private void Store(Trial<T> trial, Candidate<T> candidate)
    {
        if (!EqualityComparer<T>.Default.Equals(trial.Configuration, candidate.Configuration))
            throw new ArgumentException($"Candidate {candidate.Index} of this study is {Excerpt.FromObject(trial.Configuration)}, but was told as {Excerpt.FromObject(candidate.Configuration)}. Tell the candidates that Ask of the same study gave out.", nameof(candidate));
        _plan.History?.Ended(trial);
    }

    private void Posted(Trial<T> trial)
    {
        if (!_notifications.AreWanted)
            return;
        var progress = _ledger.Progress(_proposals.Total, _clock);
        _notifications.Post(observer => observer.Ended(trial, progress with { Proposed = _proposals.Asked }));
    }
}
