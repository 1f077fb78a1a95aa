namespace TypedTune.Learning;

/// <summary>Tells a progress listener of fits and trials. Its events come one at a time; what is planned may grow meanwhile.</summary>
/// <param name="progress">The listener.</param>
/// <param name="threads">How many threads the search has.</param>
internal sealed class SearchProgressObserver<TEstimator>(IProgress<SearchProgress> progress, int threads) : IStudyObserver<TEstimator>
{
    private readonly Lock _gate = new();
    private readonly RemainingTime _remaining = new(threads);
    private readonly long _began = System.Diagnostics.Stopwatch.GetTimestamp();
    private StudyProgress _study;
    private int _planned;
    private int _totalFits;
    private int _finishedFits;
    private int _sharedFits;

    /// <summary>Takes in what was planned.</summary>
    /// <param name="candidates">How many candidates were proposed so far, those known before included.</param>
    /// <param name="fits">How many fits in all.</param>
    /// <param name="work">The work that came with the last batch, by step.</param>
    public void Planned(int candidates, int fits, IReadOnlyDictionary<string, double> work)
    {
        lock (_gate)
        {
            (_planned, _totalFits) = (candidates, fits);
            _remaining.Add(work);
        }
    }

    /// <summary>Tells of a fit.</summary>
    public void FitEnded(FitEnd fit)
    {
        lock (_gate)
        {
            _finishedFits++;
            _sharedFits += fit.Uses - 1;
            _remaining.Finish(fit);
        }

        Report(new SearchEvent(fit.Error is null ? SearchEventKind.FitFinished : SearchEventKind.FitFailed)
        {
            Step = fit.Step,
            Fold = fit.Fold,
            Error = fit.Error,
            Duration = fit.Duration,
        });
    }

    public void Ended(Trial<TEstimator> trial, StudyProgress state)
    {
        _study = state;
        Report(new SearchEvent(trial.State == TrialState.Failed ? SearchEventKind.TrialFailed : SearchEventKind.TrialFinished)
        {
            Trial = trial.Index,
            Score = trial.Score,
            Error = trial.Error,
            Duration = trial.Duration,
        });
    }

    public override string ToString() => $"the progress listener {progress.GetType()}";

    private void Report(SearchEvent happened)
    {
        SearchProgress report;
        lock (_gate)
        {
            report = new SearchProgress(happened)
            {
                FinishedFits = _finishedFits,
                TotalFits = _totalFits,
                SharedFits = _sharedFits,
                FinishedTrials = _study.Finished,
                TotalTrials = Math.Max(_planned, _study.Proposed),
                FailedTrials = _study.Failed,
                BestScore = _study.BestScore,
                Elapsed = System.Diagnostics.Stopwatch.GetElapsedTime(_began),
                Remaining = _remaining.Estimate(),
            };
        }

        progress.Report(report);
    }
}
