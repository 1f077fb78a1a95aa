namespace TypedTune;

/// <summary>Takes the results of a study's candidates: keeps them in the ledger and the store, and tells the observers. Thread safe.</summary>
/// <param name="plan">The study.</param>
/// <param name="ledger">Keeps candidates and trials.</param>
/// <param name="proposals">Says how many candidates there are.</param>
/// <param name="clock">Ends the study.</param>
/// <param name="scheduler">Is woken by what ends outside of a piece of work.</param>
internal sealed class StudySink<T>(StudyPlan<T> plan, TrialLedger<T> ledger, Proposals<T> proposals, RunClock clock, WorkScheduler scheduler) : ITrialSink
{
    private readonly Notifications<T> _notifications = new(plan.Observers);
    private Exception? _error;
    private volatile bool _isEnded;
    private volatile bool _hasLostAnEvent;

    /// <summary>Whether the study is over, by an outcome or an exception.</summary>
    public bool IsEnded => _isEnded;

    /// <summary>What ended the study other than an evaluation; null if nothing did.</summary>
    public Exception? Error => Volatile.Read(ref _error);

    /// <summary>The observers that threw.</summary>
    public IReadOnlyList<ObserverError> ObserverErrors => _notifications.Errors;

    public bool Report(int index, TrialReport report)
    {
        var (candidate, reports) = ledger.Report(index, report);
        Store(history => history.Reported(index, report));
        if (_notifications.AreWanted)
            _notifications.Post(observer => observer.Reported(candidate, report));
        _notifications.HandOn();
        return plan.Pruner is { } pruner && ShouldPrune(pruner, index, reports);
    }

    public void Complete(int index, TrialOutcome outcome) => End(index, TrialEnd.Complete(outcome));

    public void Prune(int index, TimeSpan duration) => End(index, TrialEnd.Pruned(duration));

    public void Fail(int index, Exception error, TimeSpan duration) => End(index, TrialEnd.Failed(error, duration));

    public void Abandon(int index) => End(index, null);

    /// <summary>Stores and tells what was proposed; hand it on afterwards.</summary>
    public void Propose(IReadOnlyList<Candidate<T>> candidates)
    {
        if (!_notifications.AreWanted && plan.History is null)
            return;
        foreach (var candidate in candidates)
        {
            Store(history => history.Proposed(candidate));
            if (_notifications.AreWanted)
                _notifications.Post(observer => observer.Proposed(candidate));
        }
    }

    /// <summary>Takes in a trial of an earlier study.</summary>
    public void TakeKnown(Trial<T> trial)
    {
        if (ledger.Add(trial, _notifications.AreWanted ? PostEnd : null))
            End();
    }

    /// <summary>Hands an event on to the observers. Call it under no lock.</summary>
    public void Notify(Action<IStudyObserver<T>> happened)
    {
        if (!_notifications.AreWanted)
            return;
        _notifications.Post(happened);
        _notifications.HandOn();
    }

    /// <summary>Hands on to the observers what was posted. Call it under no lock.</summary>
    public void HandOn() => _notifications.HandOn();

    /// <summary>Runs code that may be the user's and is no evaluation: what it throws ends the study.</summary>
    public void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            Break(exception);
        }
    }

    /// <summary>Ends the study, since what threw was not an evaluation.</summary>
    public void Break(Exception exception)
    {
        Interlocked.CompareExchange(ref _error, exception, null);
        End();
    }

    private void End(int index, TrialEnd? end)
    {
        var (trial, isEnd) = ledger.End(index, end, ending: null, _notifications.AreWanted ? PostEnd : null);
        if (trial is not null)
            Keep(trial);
        if (isEnd)
            End();
        _notifications.HandOn();
        if (!WorkScheduler.IsWorking)
            scheduler.Wake();
    }

    private void End()
    {
        _isEnded = true;
        clock.End();
    }

    private bool ShouldPrune(IPruner pruner, int index, IReadOnlyList<TrialReport> reports)
    {
        try
        {
            return pruner.ShouldPrune(new PruningContext(index, reports, ledger.Prefix(index - plan.MaxPendingTrials + 1), plan.Direction));
        }
        catch (Exception exception)
        {
            Break(exception);
            return false;
        }
    }

    private void Keep(Trial<T> trial)
    {
        if (plan.History is not null)
            StoreEnd(trial);
        if (TypedTuneDiagnostics.IsHeard)
            TypedTuneDiagnostics.Record(trial.Succeeded, trial.Duration);
    }

    private void StoreEnd(Trial<T> trial) => Store(history => history.Ended(trial));

    private void PostEnd(Trial<T> trial)
    {
        var progress = ledger.Progress(proposals.Total, clock);
        _notifications.Post(observer => observer.Ended(trial, progress with { Proposed = proposals.Asked }));
    }

    // What cannot be kept any more would be lost: the study ends with what it has. What happens after a lost event is not stored either, so that no
    // trial is there with a gap.
    private void Store(Action<StoredHistory<T>> append)
    {
        if (plan.History is not { } history || _hasLostAnEvent)
            return;
        try
        {
            append(history);
        }
        catch (Exception exception)
        {
            _hasLostAnEvent = true;
            Break(exception);
        }
    }
}
