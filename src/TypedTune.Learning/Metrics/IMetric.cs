namespace TypedTune.Learning;

/// <summary>Says how good predictions are, as one unsigned number, and whether a small or a large one is good.</summary>
/// <typeparam name="TEstimator">
/// Whose predictions it scores: <see cref="IRegression"/>, <see cref="IClassification"/> or <see cref="IProbabilisticClassification"/>. Contravariant: a metric for
/// every regression serves each regressor, and is not convertible to a classifier's; one of probabilities is not convertible to that of a classifier without any.
/// </typeparam>
/// <remarks>
/// Implementations are immutable and thread safe. Derive from <see cref="RegressionMetric"/>, <see cref="ClassificationMetric"/> or <see cref="ProbabilityMetric"/>,
/// which check what they are given.
/// </remarks>
public interface IMetric<in TEstimator>
{
    /// <summary>What people call it, as <c>RMSE</c>. Tells the metrics of a search apart.</summary>
    string Name { get; }

    /// <summary>Whether small or large scores are good.</summary>
    Direction Direction { get; }

    /// <summary>What it must see of the predictions beside a number or a label a row. Default: <see cref="PredictionNeeds.Points"/>, nothing.</summary>
    PredictionNeeds Needs => PredictionNeeds.Points;

    /// <summary>Scores predictions; never negated.</summary>
    /// <param name="truth">N targets.</param>
    /// <param name="predictions">N predictions, in the same order, with what <see cref="Needs"/> asks for.</param>
    /// <param name="weights">How much each row counts: N finite numbers of at least 0, not all 0. Default: all count the same.</param>
    /// <returns>A finite number.</returns>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, a value is missing or infinite, or a weight is illegal.</exception>
    /// <exception cref="InvalidOperationException">Targets or predictions are of the other kind, or something is needed that was not predicted.</exception>
    double Score(Targets truth, Predictions predictions, double[]? weights = null);
}
