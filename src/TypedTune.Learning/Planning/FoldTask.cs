namespace TypedTune.Learning;

/// <summary>What predictors do in one fold.</summary>
/// <param name="Train">The targets to learn from.</param>
/// <param name="Validation">The targets of the rows held back; null where none are.</param>
/// <param name="Weights">How much each training row counts; null where all count the same.</param>
internal sealed record FoldTask(Targets Train, Targets? Validation = null, double[]? Weights = null)
{
    /// <summary>Whether the last step predicts its own training rows out of bag.</summary>
    public bool IsOutOfBag { get; init; }

    /// <summary>Whether training rows are predicted and scored too.</summary>
    public bool ScoresTraining { get; init; }

    /// <summary>Whether fitted models are wanted, and not their predictions alone.</summary>
    public bool KeepsModels { get; init; }

    /// <summary>Whether candidates that differ only along a path are fitted once.</summary>
    public bool SharesPaths => Validation is not null && Weights is null && !IsOutOfBag && !KeepsModels;

    /// <summary>How many rows there are, held back ones included.</summary>
    public int Rows => Train.RowCount + (Validation?.RowCount ?? 0);

    /// <summary>Predictions of this fold's rows, checked, beside the truth.</summary>
    /// <param name="kind">Numbers or labels.</param>
    /// <param name="validation">The predictions of the rows held back.</param>
    /// <param name="training">Those of the training rows.</param>
    public FoldPredictions Score<TTarget>(TargetKind<TTarget> kind, TTarget? validation, TTarget? training) => new(
        validation is null ? null : new ScoredRows(Validation!, kind.Predictions(validation, Validation!.RowCount, Train.Name)),
        training is null ? null : new ScoredRows(Train, kind.Predictions(training, Train.RowCount, Train.Name)));
}
