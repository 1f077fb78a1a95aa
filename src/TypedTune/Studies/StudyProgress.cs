namespace TypedTune;

/// <summary>How far a study is.</summary>
/// <param name="Finished">How many trials are finished, failed ones included.</param>
/// <param name="Total">How many there will be at most, repeats included; null where that is not known.</param>
/// <param name="Failed">How many trials failed.</param>
/// <param name="BestScore">The best score so far, or null.</param>
/// <param name="Elapsed">The time since the start.</param>
public readonly record struct StudyProgress(int Finished, long? Total, int Failed, double? BestScore, TimeSpan Elapsed);
