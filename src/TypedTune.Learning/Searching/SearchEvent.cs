namespace TypedTune.Learning;

/// <summary>One event in a search: a fit or a trial has ended.</summary>
/// <param name="Kind">The kind of event, which decides which of the properties below are set.</param>
public readonly record struct SearchEvent(SearchEventKind Kind)
{
    /// <summary>The step, as <c>Preprocessing.Geo</c>; null for a trial.</summary>
    public string? Step { get; init; }

    /// <summary>The fold of a fit, from 0; null for a trial.</summary>
    public int? Fold { get; init; }

    /// <summary>The trial's place in the order of the candidates, from 0; null for a fit.</summary>
    public int? Trial { get; init; }

    /// <summary>The trial's mean score; null for a fit, and where it failed.</summary>
    public double? Score { get; init; }

    /// <summary>Why it failed, or null.</summary>
    public Exception? Error { get; init; }

    /// <summary>How long the fit and its application took, or the trial's, work shared with other candidates included.</summary>
    public TimeSpan Duration { get; init; }
}
