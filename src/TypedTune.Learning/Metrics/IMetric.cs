namespace TypedTune.Learning;

/// <summary>Says how good predictions are, as one unsigned number, and whether a small or a large one is good.</summary>
/// <typeparam name="TEstimator">
/// Whose predictions it scores: <see cref="IRegression"/> or <see cref="IClassification"/>. Contravariant: a metric for
/// every regression serves each regressor, and is not convertible to a classifier's.
/// </typeparam>
/// <remarks>Implementations are immutable and thread safe. Derive from <see cref="RegressionMetric"/> or <see cref="ClassificationMetric"/>.</remarks>
public interface IMetric<in TEstimator>
{
    /// <summary>What people call it, as <c>RMSE</c>.</summary>
    string Name { get; }

    /// <summary>Whether small or large scores are good.</summary>
    Direction Direction { get; }

    /// <summary>Scores predictions; never negated.</summary>
    /// <param name="truth">N targets.</param>
    /// <param name="predictions">N predictions, in the same order.</param>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a value is missing or infinite.</exception>
    double Score(Targets truth, Targets predictions);
}
