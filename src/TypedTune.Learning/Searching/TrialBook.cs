namespace TypedTune.Learning;

/// <summary>The trials of a run as they come in, in any order: counts, the best so far, and the end that a budget sets. Not thread safe.</summary>
internal sealed class TrialBook<TSelf>(Search<TSelf> search, int count)
{
    private readonly SearchTrial<TSelf>?[] _trials = new SearchTrial<TSelf>?[count];
    private readonly StoppingRule _end = new(search.Budget, search.Scoring.Direction);

    public int Total => _trials.Length;

    public int Finished { get; private set; }

    public int Failed { get; private set; }

    /// <summary>The best trial so far; of equal scores the first candidate's, whichever was finished first.</summary>
    public SearchTrial<TSelf>? Best { get; private set; }

    /// <summary>Which limit of the budget was reached, if one was.</summary>
    public StopReason? End => _end.LastIndex is null ? null : _end.Reason;

    public bool Holds(int index) => _trials[index] is not null;

    /// <summary>Takes a trial in.</summary>
    /// <returns>Whether it is the best so far.</returns>
    public bool Add(SearchTrial<TSelf> trial)
    {
        _trials[trial.Index] = trial;
        Finished++;
        if (trial.Error is not null)
            Failed++;
        bool isBest = trial.Score is { } score && (Best is not { Score: { } best }
            || search.Scoring.Direction.IsBetter(score, best)
            || (score == best && trial.Index < Best.Index));
        if (isBest)
            Best = trial;
        _end.Tell(trial.Index, trial.Score);
        return isBest;
    }

    /// <summary>What is finished, in the order of the candidates; nothing beyond the trial that ended the search.</summary>
    public IReadOnlyList<SearchTrial<TSelf>> Trials() => [.. _trials.OfType<SearchTrial<TSelf>>().TakeWhile(trial => !(trial.Index > _end.LastIndex))];
}
