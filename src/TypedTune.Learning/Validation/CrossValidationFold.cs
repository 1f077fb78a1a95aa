namespace TypedTune.Learning;

/// <summary>One fold of a cross-validation. Immutable.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public sealed class CrossValidationFold<TFitted>
{
    private readonly TFitted[]? _models;

    internal CrossValidationFold(int number, TimeSpan fitTime, TimeSpan scoreTime, TFitted[]? models)
    {
        Number = number;
        FitTime = fitTime;
        ScoreTime = scoreTime;
        _models = models;
    }

    /// <summary>The fold, from 0.</summary>
    public int Number { get; }

    /// <summary>How long the fits of all steps took.</summary>
    public TimeSpan FitTime { get; }

    /// <summary>How long it took to apply the steps, predict and score.</summary>
    public TimeSpan ScoreTime { get; }

    /// <summary>The model that was fitted on the fold's training rows.</summary>
    /// <exception cref="InvalidOperationException">The cross-validation was not told to keep models.</exception>
    public TFitted Model => _models is not null
        ? _models[Number]
        : throw new InvalidOperationException("The models of the folds were not kept. Cross-validate with KeepModels = true in the CrossValidationOptions.");
}
