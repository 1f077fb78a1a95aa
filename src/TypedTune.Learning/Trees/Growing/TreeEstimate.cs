namespace TypedTune.Learning;

/// <summary>Estimates the work and memory of growing trees and of predicting with them, from their limits.</summary>
/// <remarks>
/// A node visits each of its rows once for each feature that it tries, and compares the cuts of each; the rows of all nodes of a level are
/// those of the tree. How long that takes was measured on matrices of 200 to 100,000 rows and 10 to 40 columns.
/// </remarks>
internal static class TreeEstimate
{
    private const double OfBinning = 25;
    private const double OfDrawing = 25;
    private const double OfRowInLevel = 6;
    private const double OfVisit = 0.7;
    private const double OfSplit = 140;
    private const double OfFeatureInSplit = 22;
    private const double OfPrediction = 3;
    private const int BytesOfNode = 20;

    /// <summary>Estimates a fit of trees.</summary>
    /// <param name="configuration">How they are grown.</param>
    /// <param name="sampling">How a tree's rows are drawn.</param>
    /// <param name="trees">How many.</param>
    /// <param name="slowness">How much longer splits take by the criterion; 1 where the kernels do them.</param>
    /// <param name="input">On what.</param>
    public static FitEstimate Of(TreeConfiguration configuration, RowSampling sampling, int trees, double slowness, InputSize input)
    {
        double rows = Math.Max(1, sampling.DistinctRows(input.Rows));
        double depth = configuration.MaxDepth ?? double.PositiveInfinity;
        double leaves = Math.Max(1, Math.Min(Math.Min(rows / LeastRows(configuration, input.Rows), configuration.MaxLeaves ?? double.PositiveInfinity), Math.Pow(2, depth)));
        double levels = Math.Min(depth, 1 + Math.Log2(leaves));
        double features = configuration.MaxFeatures.About(input.Columns);
        double growing = rows * levels * (OfRowInLevel + OfVisit * features) + leaves * (OfSplit + OfFeatureInSplit * features);
        double ofTree = growing * Math.Max(slowness, Slowness(configuration, input.Rows)) + input.Rows * (OfDrawing + OfPrediction * levels);
        return new FitEstimate(trees * ofTree + OfBinning * input.Values, null, (long)(trees * (2 * leaves - 1) * BytesOfNode));
    }

    /// <summary>How much longer splits take by a criterion of regressions.</summary>
    public static double Slowness(RegressionCriterion criterion) => criterion switch
    {
        RegressionCriterion.AbsoluteError => 15,
        RegressionCriterion.Poisson => 4,
        _ => 1,
    };

    private static double Slowness(TreeConfiguration configuration, int rows)
    {
        double rule = configuration.SplitRule == SplitRule.Random ? 5 : configuration.Bins switch
        {
            SplitBins.Exact => 8,
            SplitBins.PerColumn => 1,
            SplitBins.Automatic when rows <= BinnedRows.MostRowsOfBytes => 1,
            _ => 2.5,
        };
        return configuration.MinLeafWeightFraction > 0 || !configuration.MonotoneConstraints.Equals(MonotoneConstraints.None) ? Math.Max(4, rule) : rule;
    }

    // How many rows a leaf has at least, on average: those that may just not be split were halved before.
    private static double LeastRows(TreeConfiguration configuration, int rows) =>
        Math.Max(Share(configuration.MinRowsInLeaf, rows), Share(configuration.MinRowsToSplit, rows) / 2);

    private static double Share(RowCount count, int rows) => Math.Max(1, count.Match(number => number, fraction => fraction * rows));
}
