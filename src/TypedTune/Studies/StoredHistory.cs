namespace TypedTune;

/// <summary>Writes a study's events to its store, and makes trials of those that are there. Thread safe, as the store is.</summary>
internal sealed class StoredHistory<T>(IStudyStore store)
{
    /// <summary>Opens the store and reads the trials that ended.</summary>
    /// <param name="identity">What the study's results depend on.</param>
    /// <param name="prototype">A configuration of the study's type.</param>
    /// <exception cref="InvalidDataException">A configuration or the order of events is not one that a study writes.</exception>
    public IReadOnlyList<Trial<T>> Open(StudyIdentity identity, T prototype)
    {
        var trials = new List<Trial<T>>();
        var proposed = new Dictionary<int, T>();
        var reports = new Dictionary<int, List<TrialReport>>();
        foreach (var happened in store.Open(identity))
        {
            switch (happened)
            {
                case ProposedEvent proposal:
                    proposed[proposal.Index] = Parse(proposal, prototype);
                    reports.Remove(proposal.Index);
                    break;
                case ReportedEvent reported:
                    if (!reports.TryGetValue(reported.Index, out var own))
                        reports.Add(reported.Index, own = []);
                    own.Add(reported.Report);
                    break;
                case EndedEvent ended when proposed.Remove(ended.Index, out var configuration):
                    reports.Remove(ended.Index, out var said);
                    trials.Add(Restore(ended, configuration, said ?? []));
                    break;
                default:
                    throw new InvalidDataException($"The history is damaged: it has an event of trial {happened.Index}, which was not proposed before it: {happened}.");
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
        catch (FormatException exception)
        {
            throw new InvalidDataException($"The configuration of trial {proposal.Index} in the history cannot be read: {exception.Message}", exception);
        }
    }

    private static Trial<T> Restore(EndedEvent ended, T configuration, IReadOnlyList<TrialReport> reports) => ended.State switch
    {
        TrialState.Complete when ended.Score is { } score => Trial<T>.Complete(ended.Index, configuration, new TrialOutcome(score) { Details = ended.Details, Duration = ended.Duration }, reports),
        TrialState.Pruned => Trial<T>.Pruned(ended.Index, configuration, reports, ended.Duration),
        TrialState.Failed => Trial<T>.Failed(ended.Index, configuration, new InvalidOperationException(ended.Error), ended.Duration, reports),
        _ => throw new InvalidDataException($"The history is damaged: trial {ended.Index} is {ended.State}, but has no score."),
    };
}
