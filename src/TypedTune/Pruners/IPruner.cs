namespace TypedTune;

/// <summary>Ends trials that are not worth going on with, from the intermediate values that they report.</summary>
/// <remarks>
/// Implement it as an immutable record whose properties are the pruner's options. A decision must depend on its argument alone, so that trials are
/// pruned alike at any number of threads. Thread safe: several trials may report at once.
/// </remarks>
public interface IPruner
{
    /// <summary>Decides whether a trial ends here, as <see cref="TrialState.Pruned"/>. Called after each report. What it throws ends the study, as <see cref="StopReason.Error"/>.</summary>
    /// <param name="context">The trial's reports and the trials that it may be compared with.</param>
    bool ShouldPrune(PruningContext context);
}
