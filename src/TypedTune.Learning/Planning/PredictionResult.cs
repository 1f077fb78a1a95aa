namespace TypedTune.Learning;

/// <summary>Predictions, and what predicted them.</summary>
/// <param name="predictions">What is predicted for a fold.</param>
/// <param name="fitted">The fitted predictor; null where predictions are all that is wanted.</param>
internal sealed class PredictionResult(FoldPredictions predictions, object? fitted = null) : FitResult(fitted)
{
    public FoldPredictions Predictions { get; } = predictions;
}
