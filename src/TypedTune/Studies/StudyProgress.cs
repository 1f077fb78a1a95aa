namespace TypedTune;

/// <summary>How far a study is.</summary>
public readonly record struct StudyProgress
{
    /// <summary>How many trials are finished, failed and pruned ones and those known before included.</summary>
    public int Finished { get; init; }

    /// <summary>How many trials there will be at most, repeats included; null where that is not known.</summary>
    public long? Total { get; init; }

    /// <summary>How many trials failed.</summary>
    public int Failed { get; init; }

    /// <summary>How many trials were pruned.</summary>
    public int Pruned { get; init; }

    /// <summary>How many distinct candidates were proposed so far, those whose trials are known from an earlier study included.</summary>
    public int Proposed { get; init; }

    /// <summary>The best score so far, or null.</summary>
    public double? BestScore { get; init; }

    /// <summary>The time since the start, pauses left out.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>How many trials a second were evaluated since the start; null before the first.</summary>
    public double? TrialsPerSecond { get; init; }

    /// <summary>
    /// How long the rest will take at most, at the pace so far: what is left of <see cref="Total"/>, and no longer than what is left of
    /// <see cref="Budget.Time"/>; null where neither is known. A target score or patience may end the study earlier.
    /// </summary>
    public TimeSpan? Remaining { get; init; }

    internal static StudyProgress Create(int finished, long? total, int failed, double? best, TimeSpan elapsed, int evaluated, TimeSpan? left)
    {
        double? pace = evaluated > 0 && elapsed > TimeSpan.Zero ? evaluated / elapsed.TotalSeconds : null;
        double? seconds = (total - finished) / pace;
        var rest = seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds.Value) : (TimeSpan?)null;
        return new StudyProgress
        {
            Finished = finished,
            Total = total,
            Failed = failed,
            BestScore = best,
            Elapsed = elapsed,
            TrialsPerSecond = pace,
            Remaining = rest < left || left is null ? rest : left,
        };
    }
}
