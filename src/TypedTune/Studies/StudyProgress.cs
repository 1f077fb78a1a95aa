namespace TypedTune;

/// <summary>How far a study is.</summary>
/// <param name="Finished">How many trials are finished, failed and pruned ones and those known before included.</param>
/// <param name="Total">How many there will be at most, repeats included; null where that is not known.</param>
/// <param name="Failed">How many trials failed.</param>
/// <param name="BestScore">The best score so far, or null.</param>
/// <param name="Elapsed">The time since the start, pauses left out.</param>
/// <param name="TrialsPerSecond">How many trials a second were evaluated since the start; null before the first.</param>
/// <param name="Remaining">
/// How long the rest will take at most, at the pace so far: what is left of <paramref name="Total"/>, and no longer than what is left of
/// <see cref="Budget.Time"/>; null where neither is known. A target score or patience may end the study earlier.
/// </param>
public readonly record struct StudyProgress(int Finished, long? Total, int Failed, double? BestScore, TimeSpan Elapsed, double? TrialsPerSecond, TimeSpan? Remaining)
{
    /// <summary>How many trials were pruned.</summary>
    public int Pruned { get; init; }

    /// <summary>How many distinct candidates were proposed so far, those whose trials are known from an earlier study included.</summary>
    public int Proposed { get; init; }

    internal static StudyProgress Create(int finished, long? total, int failed, double? best, TimeSpan elapsed, int evaluated, TimeSpan? left)
    {
        double? pace = evaluated > 0 && elapsed > TimeSpan.Zero ? evaluated / elapsed.TotalSeconds : null;
        double? seconds = (total - finished) / pace;
        var rest = seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds.Value) : (TimeSpan?)null;
        return new StudyProgress(finished, total, failed, best, elapsed, pace, rest < left || left is null ? rest : left);
    }
}
