namespace TypedTune;

/// <summary>How a study runs. Execution only: none of it but the seed changes a result.</summary>
public sealed record StudyOptions
{
    /// <summary>Where random draws start; equal seeds give equal configurations in every process. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>How many evaluations run at once, at least 1. Default: one a processor.</summary>
    public int? Threads { get; init; }

    /// <summary>When the study ends before its candidates do. Default: <see cref="Budget.Unlimited"/>.</summary>
    public Budget Budget { get; init; } = Budget.Unlimited;

    /// <summary>What to do when the objective throws or gives no number. Default: <see cref="FailurePolicy.Record"/>.</summary>
    public FailurePolicy OnFailure { get; init; } = FailurePolicy.Record;
}
