namespace TypedTune.Learning;

/// <summary>What predictors do in one fold.</summary>
/// <param name="Train">The targets to learn from.</param>
/// <param name="Validation">The targets of the rows held back; null where none are.</param>
/// <param name="Weights">How much each training row counts; null where all count the same.</param>
internal sealed record FoldTask(Targets Train, Targets? Validation = null, double[]? Weights = null)
{
    /// <summary>How much each row that is held back counts when it is scored; null where all count the same.</summary>
    public double[]? ValidationWeights { get; init; }

    /// <summary>What the metrics must see of the predictions. Default: points.</summary>
    public PredictionNeeds Needs { get; init; } = PredictionNeeds.Points;

    /// <summary>Whether the last step predicts its own training rows out of bag.</summary>
    public bool IsOutOfBag { get; init; }

    /// <summary>Whether training rows are predicted and scored too.</summary>
    public bool ScoresTraining { get; init; }

    /// <summary>Whether fitted models are wanted, and not their predictions alone.</summary>
    public bool KeepsModels { get; init; }

    /// <summary>Whether candidates that differ only along a path are fitted once. Paths predict points alone.</summary>
    public bool SharesPaths => Validation is not null && Needs.ArePointsOnly && Weights is null && !IsOutOfBag && !KeepsModels;

    /// <summary>How many rows there are, held back ones included.</summary>
    public int Rows => Train.RowCount + (Validation?.RowCount ?? 0);

    /// <summary>Predictions of this fold's rows, checked, beside the truth.</summary>
    /// <param name="kind">Numbers or labels.</param>
    /// <param name="validation">The predictions of the rows held back.</param>
    /// <param name="training">Those of the training rows.</param>
    public FoldPredictions Score<TTarget>(TargetKind<TTarget> kind, TTarget? validation, TTarget? training) => Score(
        validation is null ? null : new Predictions(kind.Predictions(validation, Validation!.RowCount, Train.Name)),
        training is null ? null : new Predictions(kind.Predictions(training, Train.RowCount, Train.Name)));

    /// <summary>Predictions of this fold's rows beside the truth and the weights.</summary>
    /// <param name="validation">Those of the rows held back; null where none are.</param>
    /// <param name="training">Those of the training rows; null where these are not scored.</param>
    public FoldPredictions Score(Predictions? validation, Predictions? training) => new(
        validation is null ? null : new ScoredRows(Validation!, validation, ValidationWeights),
        training is null ? null : new ScoredRows(Train, training, Weights));
}
