namespace TypedTune.Learning;

/// <summary>Says what a cross-validation keeps and how many threads it uses. Immutable.</summary>
public sealed record CrossValidationOptions
{
    /// <summary>Whether the training rows of each fold are predicted and scored too. Default: false.</summary>
    public bool TrainingScores { get; init; }

    /// <summary>Whether the fitted model of each fold is kept. Default: false.</summary>
    public bool KeepModels { get; init; }

    /// <summary>How many threads work, at least 1. Default: one a processor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? Threads
    {
        get;
        init => field = ThreadCount.Require(value, nameof(Threads));
    }
}
