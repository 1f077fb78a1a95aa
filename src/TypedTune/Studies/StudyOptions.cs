namespace TypedTune;

/// <summary>How a study runs. Execution only: none of it but the seed changes a result.</summary>
public sealed record StudyOptions
{
    private readonly TimeSpan? _trialTimeout;

    /// <summary>Where random draws start; equal seeds give equal configurations in every process. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>How many evaluations run at once, at least 1. Default: one a processor.</summary>
    public int? Threads { get; init; }

    /// <summary>When the study ends before its candidates do. Default: <see cref="Budget.Unlimited"/>.</summary>
    public Budget Budget { get; init; } = Budget.Unlimited;

    /// <summary>What to do when the objective throws or gives no number. Default: <see cref="FailurePolicy.Record"/>.</summary>
    public FailurePolicy OnFailure { get; init; } = FailurePolicy.Record;

    /// <summary>
    /// How long an evaluation may take, above 0, a retry as long again. Then the token that its objective was given is cancelled, and the
    /// trial fails with a <see cref="TimeoutException"/>; it is not tried again. Default: no limit.
    /// </summary>
    /// <remarks>
    /// It needs an objective that takes a <see cref="CancellationToken"/>. One that does not look at its token cannot be ended: it goes
    /// on, and what it returns counts, however late.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    public TimeSpan? TrialTimeout
    {
        get => _trialTimeout;
        init => _trialTimeout = !(value <= TimeSpan.Zero) ? value : throw new ArgumentOutOfRangeException(nameof(TrialTimeout), value, $"The time limit of a trial must be above 0, but is {value}. Leave it null for none.");
    }
}
