namespace TypedTune.Learning;

/// <summary>Evaluates the candidates of a search by scores of units that were computed elsewhere; what is not there is left out.</summary>
/// <param name="search">The search.</param>
/// <param name="folds">How many folds it has.</param>
/// <param name="scores">The scores of units, each once.</param>
/// <param name="end">Ends the study, when nothing is left or what is proposed next would depend on scores that are not there.</param>
internal sealed class JoinedUnits<TSelf>(Search<TSelf> search, int folds, IReadOnlyList<UnitScores> scores, Action end) : IEvaluator<TSelf>
{
    private readonly Dictionary<int, UnitScores[]> _scores = scores.GroupBy(score => score.Unit.Candidate).ToDictionary(group => group.Key, group => group.OrderBy(score => score.Unit.Fold).ToArray());
    private readonly int _last = scores.Select(score => score.Unit.Candidate).DefaultIfEmpty(-1).Max();
    private ArgumentException? _refusal;
    private int _proposed;

    /// <summary>Refuses scores of other candidates than the search has.</summary>
    /// <param name="reason">Why the study ended.</param>
    public void RequireAllUsed(StopReason reason)
    {
        if (_refusal is not null)
            throw _refusal;
        if (reason is StopReason.Completed or StopReason.TrialBudget or StopReason.Repetition && _last >= _proposed)
            throw new ArgumentException($"The search has {_proposed} distinct candidates, from 0, but there are scores of candidate {_last}. Join units with the search that they were made of.", nameof(scores));
    }

    public IEvaluatorSession<TSelf> Start(EvaluatorStart<TSelf> start) => new Session(this, start);

    private void End(Candidate<TSelf> candidate, ITrialSink sink)
    {
        _proposed = candidate.Index + 1;
        if (!_scores.TryGetValue(candidate.Index, out var given))
        {
            Leave(candidate.Index, sink);
        }
        else if (ConfigurationText.Fingerprint(candidate.Configuration) is var own && given.All(score => score.Configuration == own))
        {
            End(candidate.Index, given, sink);
        }
        else
        {
            _refusal = new ArgumentException($"The scores of candidate {candidate.Index} are of another configuration than this search has in that place. Join units with the search that they were made of.", nameof(scores));
            sink.Abandon(candidate.Index);
            end();
        }
    }

    private void Leave(int index, ITrialSink sink)
    {
        sink.Abandon(index);
        if (search.IsWindowed || index > _last)
            end();
    }

    // As the search itself ends a candidate: by the pruner fold after fold, by the first failure once all folds have ended.
    private void End(int index, UnitScores[] given, ITrialSink sink)
    {
        var (fit, score) = (new TimeSpan(given.Sum(fold => fold.FitTime.Ticks)), new TimeSpan(given.Sum(fold => fold.ScoreTime.Ticks)));
        var byFold = new UnitScores?[folds];
        foreach (var fold in given)
            byFold[fold.Unit.Fold] = fold;
        double sum = 0;
        for (int fold = 0; search.Pruner is not null && fold < byFold.Length && byFold[fold] is { Error: null } done; fold++)
        {
            sum += done.Validation[0];
            if (!double.IsFinite(sum))
                break;
            if (!sink.Report(index, new TrialReport(fold + 1, sum / (fold + 1))))
                continue;
            sink.Prune(index, fit + score);
            return;
        }

        // Of a candidate with folds missing nobody knows whether the pruner would have ended it before it failed.
        if (given.Length < byFold.Length && search.Pruner is not null)
        {
            Leave(index, sink);
        }
        else if (given.FirstOrDefault(fold => fold.Error is not null) is { } failed)
        {
            sink.Fail(index, new InvalidOperationException(failed.Error), fit + score);
        }
        else if (given.Length == byFold.Length)
        {
            FoldScore[] scores = [.. byFold.Select(fold => new FoldScore([.. fold!.Validation], fold.Training is null ? null : [.. fold.Training]))];
            if (TrialDetails.FindError(scores) is { } error)
                sink.Fail(index, error, fit + score);
            else
                sink.Complete(index, TrialDetails.ToOutcome(scores, fit, score));
        }
        else
        {
            Leave(index, sink);
        }
    }

    private sealed class Session(JoinedUnits<TSelf> owner, EvaluatorStart<TSelf> start) : IEvaluatorSession<TSelf>
    {
        private const int Batch = 1 << 12;

        // Candidates are ended as they come, so that nothing ever waits.
        public int Wanted => Batch;

        public void Add(IReadOnlyList<Candidate<TSelf>> candidates)
        {
            foreach (var candidate in candidates)
            {
                if (start.CancellationToken.IsCancellationRequested)
                    start.Sink.Abandon(candidate.Index);
                else
                    owner.End(candidate, start.Sink);
            }
        }

        public bool TryTake(out Action? work)
        {
            work = null;
            return false;
        }

        public void Dispose()
        {
        }
    }
}
