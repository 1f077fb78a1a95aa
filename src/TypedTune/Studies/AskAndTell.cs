namespace TypedTune;

/// <summary>A study whose loop is the caller's own. Thread safe.</summary>
internal sealed class AskAndTell<T>
{
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

    public long? Total => _proposals.Total;

    public IReadOnlyList<Candidate<T>> Ask(int count)
    {
        if (count < 1)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"At least 1 candidate must be asked for, but count is {count}.");
        if (_ledger.Ending is not null)
            return [];
        var candidates = _proposals.Next(count, known => _ledger.Add(known, Posted), _clock.Token);
        foreach (var candidate in candidates)
        {
            _plan.History?.Proposed(candidate);
            if (_notifications.AreWanted)
                _notifications.Post(observer => observer.Proposed(candidate));
        }

        _notifications.HandOn();
        return candidates;
    }

    public void Tell(Candidate<T> candidate, double score)
    {
        if (double.IsNaN(score))
            Tell(candidate, new InvalidOperationException("The score is not a number."));
        else
            End(candidate.Index, (configuration, reports) => Trial<T>.Complete(candidate.Index, configuration, new TrialOutcome(score), reports));
    }

    public void Tell(Candidate<T> candidate, Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        End(candidate.Index, (configuration, reports) => Trial<T>.Failed(candidate.Index, configuration, error, default, reports));
    }

    public StudyResult<T> Result() => new(_ledger.Close(), _plan.Space, _plan.Direction, Reason(), _clock.Elapsed) { ObserverErrors = _notifications.Errors };

    private StopReason Reason()
    {
        if (_ledger.Ending is { } ending)
            return ending;
        if (_proposals.IsExhausted && _ledger.PendingCount == 0)
            return _proposals.IsCutOff ? StopReason.TrialBudget : StopReason.Completed;
        return _clock.Token.IsCancellationRequested ? StopReason.TimeBudget : StopReason.Cancelled;
    }

    private void End(int index, Func<T, IReadOnlyList<TrialReport>, Trial<T>> create)
    {
        if (_ledger.End(index, create, Posted).Trial is { } trial)
            _plan.History?.Ended(trial);
        _notifications.HandOn();
    }

    private void Posted(Trial<T> trial)
    {
        if (!_notifications.AreWanted)
            return;
        var progress = _ledger.Progress(_proposals.Total, _clock);
        _notifications.Post(observer => observer.Ended(trial, progress with { Proposed = _proposals.Asked }));
    }
}
