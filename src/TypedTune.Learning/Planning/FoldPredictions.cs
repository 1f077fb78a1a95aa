namespace TypedTune.Learning;

/// <summary>The predictions of one predictor in one fold, beside the true targets.</summary>
/// <param name="Scored">The rows that it is scored on: those held back, or training rows out of bag; null if no row is scored.</param>
/// <param name="Training">The rows that it learned from; null unless they are scored too.</param>
internal sealed record FoldPredictions(FoldPredictions.Rows? Scored, FoldPredictions.Rows? Training = null)
{
    /// <summary>Predictions of a fold's rows, checked.</summary>
    /// <param name="task">The fold.</param>
    /// <param name="validation">The predictions of the rows held back; null if no rows are held back.</param>
    /// <param name="training">Those of the training rows; null where these are not scored.</param>
    /// <exception cref="InvalidOperationException">There are too few or too many predictions, or one is missing or infinite, so that it cannot be scored.</exception>
    public static FoldPredictions Create(FitTask task, Predictions? validation, Predictions? training) => new(
        validation is null ? null : Beside(task.Validation!, validation, task.ValidationWeights),
        training is null ? null : Beside(task.Train, training, task.Weights));

    /// <summary>Predictions of some of the training rows out of bag, checked.</summary>
    public static Rows OutOfBag(FitTask task, IReadOnlyList<int> rows, Targets predictions) => Beside(task.Train.TakeRows([.. rows]), new Predictions(predictions), null);

    private static Rows Beside(Targets truth, Predictions predictions, double[]? weights)
    {
        PredictionChecks.Require(predictions.Points, truth.RowCount);
        return new Rows(truth, predictions, weights);
    }

    /// <summary>Rows and their predictions, in the same order.</summary>
    /// <param name="Truth">N targets.</param>
    /// <param name="Predictions">N predictions.</param>
    /// <param name="Weights">How much each row counts; null where all count the same.</param>
    internal sealed record Rows(Targets Truth, Predictions Predictions, double[]? Weights);
}
