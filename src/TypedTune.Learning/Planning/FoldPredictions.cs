namespace TypedTune.Learning;

/// <summary>What a predictor predicts in one fold, beside the truth.</summary>
/// <param name="Scored">The rows that it is scored on: those held back, or training rows out of bag; null where there are none.</param>
/// <param name="Training">The rows that it learned from; null unless they are scored too.</param>
internal sealed record FoldPredictions(FoldPredictions.Rows? Scored, FoldPredictions.Rows? Training = null)
{
    /// <summary>Predictions of a fold's rows, checked.</summary>
    /// <param name="task">The fold.</param>
    /// <param name="validation">The predictions of the rows held back.</param>
    /// <param name="training">Those of the training rows.</param>
    /// <exception cref="InvalidOperationException">There are too few or too many, or one is missing or infinite: no score can be made of it.</exception>
    public static FoldPredictions Create(FitTask task, Targets? validation, Targets? training) => new(
        validation is null ? null : Beside(task.Validation!, validation),
        training is null ? null : Beside(task.Train, training));

    /// <summary>Predictions of some of the training rows out of bag, checked.</summary>
    public static Rows OutOfBag(FitTask task, IReadOnlyList<int> rows, Targets predictions) => Beside(task.Train.TakeRows([.. rows]), predictions);

    private static Rows Beside(Targets truth, Targets predictions)
    {
        PredictionChecks.Require(predictions, truth.RowCount);
        return new Rows(truth, predictions.AreLabels ? Targets.Of(predictions.Labels, truth.Name) : Targets.Of(predictions.Numbers, truth.Name));
    }

    /// <summary>Rows and their predictions, row by row the same.</summary>
    internal sealed record Rows(Targets Truth, Targets Predictions);
}
