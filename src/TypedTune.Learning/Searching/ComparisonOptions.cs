namespace TypedTune.Learning;

/// <summary>How two trials are compared. Immutable.</summary>
public sealed record ComparisonOptions
{
    /// <summary>By how much scores may differ and still mean the same in practice, in the metric's unit, at least 0: the region of practical equivalence. Default: 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or not finite.</exception>
    public double Equivalence
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Equivalence), value, FormattableString.Invariant($"Equivalence must be finite and at least 0, but is {value}."));
    }

    /// <summary>The confidence of the interval, above 0 and below 1. Default: 0.95.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside.</exception>
    public double Confidence
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Confidence), value, FormattableString.Invariant($"Confidence must be above 0 and below 1, but is {value}."));
    } = 0.95;
}
