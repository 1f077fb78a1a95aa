namespace TypedTune.Learning;

/// <summary>Asks a fitted model for the predictions that metrics need.</summary>
internal static class ModelPredictions
{
    /// <summary>Adds the other predictions that are needed to the points of a model.</summary>
    /// <param name="points">Its number or label for each row.</param>
    /// <param name="model">The fitted model.</param>
    /// <param name="features">The rows.</param>
    /// <param name="needs">The predictions that are needed.</param>
    /// <param name="context">Threads and cancellation.</param>
    /// <exception cref="InvalidOperationException">The model cannot predict what is needed; the message names the interface that it would have to implement.</exception>
    public static Predictions Complete(Targets points, object model, FeatureMatrix features, PredictionNeeds needs, FitContext context)
    {
        if (needs.ArePointsOnly)
            return new Predictions(points);
        var probabilities = needs.Probabilities ? Probabilities(model).PredictProbabilities(features, context) : null;
        var quantiles = needs.Quantiles.Count > 0 ? new QuantilePredictions(needs.Quantiles, Quantiles(model).PredictQuantiles(features, needs.Quantiles, context)) : null;
        return Predictions.Create(points, probabilities, quantiles);
    }

    /// <summary>Casts a fitted model to one that predicts probabilities.</summary>
    /// <exception cref="InvalidOperationException">The model predicts no probabilities.</exception>
    public static IFittedProbabilisticClassifier Probabilities(object model) =>
        model as IFittedProbabilisticClassifier ?? throw Lacks(model, "probabilities", nameof(IFittedProbabilisticClassifier));

    private static IFittedQuantileRegressor Quantiles(object model) =>
        model as IFittedQuantileRegressor ?? throw Lacks(model, "quantiles", nameof(IFittedQuantileRegressor));

    private static InvalidOperationException Lacks(object model, string what, string capability) =>
        new($"it predicts no {what}, which a metric asks for: {model} would have to be an {capability}.");
}
