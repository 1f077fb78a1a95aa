namespace TypedTune.Learning;

/// <summary>Predictions, and the model that made them.</summary>
/// <param name="predictions">The predictions for a fold.</param>
/// <param name="fitted">The fitted predictor; null if only predictions are wanted.</param>
internal sealed class PredictionResult(FoldPredictions predictions, object? fitted = null) : FitResult(fitted)
{
    public FoldPredictions Predictions { get; } = predictions;
}
