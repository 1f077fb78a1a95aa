namespace TypedTune;

/// <summary>Writes a study's events to its store, and makes trials of those that are there. Thread safe, as the store is.</summary>
internal sealed class StoredHistory<T>(IStudyStore store)
{
    /// <summary>Opens the store and reads the trials that ended.</summary>
    /// <param name="identity">What the study's results depend on.</param>
    /// <param name="prototype">A configuration of the study's type.</param>
    /// <exception cref="InvalidDataException">An event, or the order of events, is not one that a study writes; the message says which.</exception>
    public IReadOnlyList<Trial<T>> Open(StudyIdentity identity, T prototype)
    {
        var events = store.Open(identity) ?? throw new InvalidDataException($"The history is damaged: {Excerpt.FromObject(store)} returned null from {nameof(store.Open)} instead of its events.");
        var trials = new List<Trial<T>>();
        var pending = new Dictionary<int, PendingTrial<T>>();
        int last = -1;
        for (int place = 0; place < events.Count; place++)
        {
            switch (events[place])
            {
                case null:
                    throw new InvalidDataException($"The history is damaged: event {place} is null.");
                case { Index: < 0 } happened:
                    throw Damaged($"the index of a trial is {happened.Index}, but must be at least 0", place, happened);
                case ProposedEvent proposal:
                    // A study proposes in ascending order: one that goes back was continued, and proposes again what was pending.
                    if (proposal.Index < last)
                        pending.Clear();
                    last = proposal.Index;
                    pending[last] = new PendingTrial<T>(new Candidate<T>(last, Parse(proposal, prototype)), []);
                    break;
                case ReportedEvent reported when pending.TryGetValue(reported.Index, out var trial):
                    pending[reported.Index] = With(reported, trial, place);
                    break;
                case EndedEvent ended when pending.Remove(ended.Index, out var trial):
                    trials.Add(Restore(ended, trial, place));
                    break;
                case var happened:
                    throw Damaged($"it has an event of trial {happened.Index}, which was not proposed before it, or has ended", place, happened);
            }
        }

        return trials;
    }

    public void Proposed(Candidate<T> candidate) => store.Append(new ProposedEvent(candidate.Index, ConfigurationText.Write(candidate.Configuration)));

    public void Reported(int index, TrialReport report) => store.Append(new ReportedEvent(index, report));

    public void Ended(Trial<T> trial) => store.Append(new EndedEvent(trial.Index, trial.State)
    {
        Score = trial.Score,
        Details = trial.Details,
        Error = trial.ErrorMessage,
        Duration = trial.Duration,
    });

    private static T Parse(ProposedEvent proposal, T prototype)
    {
        try
        {
            return ConfigurationText.Parse(proposal.Configuration, prototype);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentNullException)
        {
            throw new InvalidDataException($"The configuration of trial {proposal.Index} in the history cannot be read: {ExceptionMessage.From(exception)}", exception);
        }
    }

    private static PendingTrial<T> With(ReportedEvent reported, PendingTrial<T> trial, int place)
    {
        if (double.IsNaN(reported.Report.Value))
            throw Damaged($"trial {reported.Index} reports a value that is not a number", place, reported);
        if (trial.Reports is [.., var before] && reported.Report.Step <= before.Step)
            throw Damaged($"trial {reported.Index} reports step {reported.Report.Step} after step {before.Step}", place, reported);
        return trial.With(reported.Report);
    }

    private static Trial<T> Restore(EndedEvent ended, PendingTrial<T> trial, int place)
    {
        var (index, configuration) = trial.Candidate;
        return ended.State switch
        {
            TrialState.Complete when ended.Score is { } score && !double.IsNaN(score) => Trial<T>.Complete(index, configuration, new TrialOutcome(score) { Details = ended.Details, Duration = ended.Duration }, trial.Reports),
            TrialState.Pruned => Trial<T>.Pruned(index, configuration, trial.Reports, ended.Duration),
            TrialState.Failed => Trial<T>.Failed(index, configuration, new InvalidOperationException(ended.Error), ended.Duration, trial.Reports),
            TrialState.Complete => throw Damaged($"trial {index} is {ended.State}, but its score is {(ended.Score is null ? "missing" : "not a number")}", place, ended),
            _ => throw Damaged($"trial {index} has the state {ended.State}, which there is not", place, ended),
        };
    }

    private static InvalidDataException Damaged(string what, int place, StudyEvent happened) => new($"The history is damaged: {what}. Look at event {place}, counted from 0: {happened}");
}
