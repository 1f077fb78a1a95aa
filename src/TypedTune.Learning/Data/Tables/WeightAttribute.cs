namespace TypedTune.Learning;

/// <summary>Marks the column that says how much a row counts when it is learned from and when it is scored: finite numbers of at least 0.</summary>
/// <remarks>
/// A property without a setter is computed from the row, and is no column of a file. The column is a feature only where a branch names it. Metrics count all rows the
/// same if they are <see cref="MetricExtensions.Unweighted{TEstimator}"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WeightAttribute : Attribute;
