namespace TypedTune.Learning;

/// <summary>How far a search is.</summary>
/// <param name="FinishedFits">How many fits are finished, failed ones and those that a failure made impossible included.</param>
/// <param name="TotalFits">How many distinct fits there are; the refit is not counted.</param>
/// <param name="FinishedTrials">How many candidates are finished, failed ones included.</param>
/// <param name="TotalTrials">How many distinct candidates there are.</param>
/// <param name="FailedTrials">How many candidates failed.</param>
/// <param name="BestScore">The best mean score so far, or null.</param>
/// <param name="Elapsed">The time since the start.</param>
public readonly record struct SearchProgress(
    int FinishedFits,
    int TotalFits,
    int FinishedTrials,
    int TotalTrials,
    int FailedTrials,
    double? BestScore,
    TimeSpan Elapsed);
