namespace TypedTune;

/// <summary>What a search does when a candidate fails: how often it tries again, and whether it goes on after that. Immutable.</summary>
/// <remarks>The exception of the last attempt is kept with the trial in any case.</remarks>
public sealed record FailurePolicy
{
    private FailurePolicy(int retries, bool isStopping)
    {
        Retries = retries;
        IsStopping = isStopping;
    }

    /// <summary>Keeps the exception with the trial and goes on. The default.</summary>
    public static FailurePolicy Record { get; } = new(0, isStopping: false);

    /// <summary>Keeps the exception with the trial and starts nothing more.</summary>
    public static FailurePolicy Stop { get; } = new(0, isStopping: true);

    /// <summary>How often what failed is tried again, at least 0. What ran out of time is not tried again.</summary>
    public int Retries { get; }

    /// <summary>Whether the search starts nothing more after a failure.</summary>
    public bool IsStopping { get; }

    /// <summary>Tries what failed again before it counts as failed: for failures that pass, such as of a network or of memory.</summary>
    /// <param name="times">How often, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is below 1.</exception>
    public static FailurePolicy Retry(int times) => times >= 1
        ? new FailurePolicy(times, isStopping: false)
        : throw new ArgumentOutOfRangeException(nameof(times), times, $"A failure must be retried at least once, but times is {times}. Use {nameof(Record)} or {nameof(Stop)} for no retry.");

    /// <summary>The same retries, and then nothing more is started.</summary>
    public FailurePolicy ThenStop() => new(Retries, isStopping: true);

    /// <summary>The policy in words, as <c>retry 2 times, then stop</c>.</summary>
    public override string ToString() => (Retries, IsStopping) switch
    {
        (0, false) => "record",
        (0, true) => "stop",
        (_, false) => $"retry {Retries} times, then record",
        _ => $"retry {Retries} times, then stop",
    };
}
