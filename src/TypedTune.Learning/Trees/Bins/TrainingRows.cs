namespace TypedTune.Learning;

/// <summary>The features, target and weights that trees learn from.</summary>
/// <param name="Features">N × P.</param>
/// <param name="Target">One a row: numbers or labels.</param>
/// <param name="Weights">One a row; null where all count 1.</param>
internal sealed record TrainingRows<TTarget>(FeatureMatrix Features, TTarget Target, double[]? Weights);
