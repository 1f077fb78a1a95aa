namespace TypedTune.Learning;

/// <summary>Scores predictions as one number, and states whether small or large scores are good.</summary>
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
    /// <summary>The usual name of the metric, as <c>RMSE</c>. The metrics of a search must have different names. Options belong into it, or into <see cref="object.ToString"/>: a search is not continued with others.</summary>
    string Name { get; }

    /// <summary>Whether small or large scores are good.</summary>
    Direction Direction { get; }

    /// <summary>The predictions that the metric needs beside a number or a label a row. Default: <see cref="PredictionNeeds.Points"/>, none.</summary>
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
