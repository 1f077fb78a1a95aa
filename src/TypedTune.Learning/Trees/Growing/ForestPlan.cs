namespace TypedTune.Learning;

/// <summary>All that the trees of a forest have in common. Immutable, shared by all threads.</summary>
/// <param name="Rows">What is learned from.</param>
/// <param name="Weights">How much each row counts.</param>
/// <param name="Sampling">How a tree's rows are drawn.</param>
/// <param name="Limits">Where trees stop.</param>
/// <param name="Criterion">Makes the criterion of one thread.</param>
/// <param name="Units">The units in which they are grown.</param>
/// <param name="Classes">How many classes there are; 0 in a regression.</param>
internal sealed record ForestPlan(BinnedRows Rows, RowWeights Weights, RowSampling Sampling, TreeLimits Limits, Func<NodeCriterion> Criterion, TreeUnits Units, int Classes);
