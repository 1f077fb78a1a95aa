using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Plans the growth of regression trees, single or in a forest.</summary>
internal static class RegressionForest
{
    /// <summary>Plans trees.</summary>
    /// <param name="configuration">How; its name is the estimator's, for messages.</param>
    /// <param name="criterion">What splits make small.</param>
    /// <param name="sampling">How a tree's rows are drawn.</param>
    /// <param name="rows">What is learned from.</param>
    /// <param name="isPath">Whether trees remember what trees limited further would be.</param>
    /// <param name="context">Whose threads to borrow.</param>
    public static ForestPlan Plan(TreeConfiguration configuration, RegressionCriterion criterion, RowSampling sampling, TrainingRows<double[]> rows, bool isPath, FitContext context)
    {
        TrainingData.Require(rows.Features, rows.Target, configuration.EstimatorName);
        if (criterion == RegressionCriterion.Poisson && Array.FindIndex(rows.Target, value => value < 0) is >= 0 and var negative)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The target is {rows.Target[negative]} in row {negative}; Poisson's deviance needs targets of at least 0. Use another Criterion."));
        var weights = RowWeights.Of(rows.Weights, rows.Features.RowCount);
        var units = TreeUnits.Choose(rows.Target, weights, criterion);
        var limits = TreeLimits.Of(configuration, rows.Features, isPath);
        limits = limits with { Stop = units.Take(limits.Stop) };
        var binned = BinnedRows.Of(rows.Features, units.Take(rows.Target), limits.Binning, context);
        var leaf = new LeafSize(limits.Rules.MinRows, weights.AreWhole);
        return new ForestPlan(binned, weights, sampling, limits, TreeCriteria.Of(criterion, binned, limits, leaf), units, Classes: 0);
    }
}
