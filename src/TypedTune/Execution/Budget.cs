using System.Globalization;

namespace TypedTune;

/// <summary>When a search ends before its candidates do. The first limit that is reached ends it; what is finished is ranked and returned. Immutable.</summary>
/// <remarks>
/// <see cref="Trials"/>, <see cref="TargetScore"/> and <see cref="Patience"/> look at trials in the order in which their candidates
/// were proposed, whichever was finished first: trials beyond the one that ends the search are not returned, even if they were under
/// way, so that the result is the same at any number of threads. <see cref="Time"/> keeps whatever is finished.
/// Where several hold at once, the result names the first of these: <see cref="TargetScore"/>, <see cref="Patience"/>, a failure that
/// stops, <see cref="Trials"/> or that every candidate was tried, a cancellation, <see cref="Time"/>.
/// </remarks>
public sealed record Budget
{
    private readonly TimeSpan? _time;
    private readonly int? _trials;
    private readonly double? _targetScore;
    private readonly int? _patience;

    /// <summary>No limit: every candidate is tried.</summary>
    public static Budget Unlimited { get; } = new();

    /// <summary>How long work is started, at least 0; pauses do not count. Default: no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan? Time
    {
        get => _time;
        init => _time = !(value < TimeSpan.Zero) ? value : throw new ArgumentOutOfRangeException(nameof(Time), value, $"The time budget must not be negative, but is {value}.");
    }

    /// <summary>How many distinct candidates are tried, failed ones included, at least 1. Default: no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? Trials
    {
        get => _trials;
        init => _trials = !(value < 1) ? value : throw new ArgumentOutOfRangeException(nameof(Trials), value, $"The budget of trials must be at least 1, but is {value}.");
    }

    /// <summary>The score that is good enough: at most this where small scores are good, at least this where large ones are. Default: none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a number.</exception>
    public double? TargetScore
    {
        get => _targetScore;
        init => _targetScore = value is not double.NaN ? value : throw new ArgumentOutOfRangeException(nameof(TargetScore), value, "The target score must be a number, but is NaN.");
    }

    /// <summary>How many trials in a row may bring no better score, failed ones included, at least 1. Default: no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? Patience
    {
        get => _patience;
        init => _patience = !(value < 1) ? value : throw new ArgumentOutOfRangeException(nameof(Patience), value, $"Patience must be at least 1 trial, but is {value}.");
    }

    /// <summary>Whether trials must be looked at in the order of their proposal.</summary>
    internal bool IsOrdered => TargetScore is not null || Patience is not null;

    /// <summary>The limits in words, as <c>00:05:00, 100 trials</c>.</summary>
    public override string ToString()
    {
        string?[] limits =
        [
            Time?.ToString(null, CultureInfo.InvariantCulture),
            Trials is { } trials ? $"{trials} trials" : null,
            TargetScore is { } score ? string.Create(CultureInfo.InvariantCulture, $"target {score}") : null,
            Patience is { } patience ? $"patience {patience}" : null,
        ];
        string text = string.Join(", ", limits.OfType<string>());
        return text.Length == 0 ? "unlimited" : text;
    }
}
