namespace TypedTune.Learning;

/// <summary>Plans the growth of classification trees, single or in a forest, and turns their shares into labels and probabilities.</summary>
internal static class ClassForest
{
    /// <summary>Plans trees.</summary>
    /// <param name="configuration">How; its name is the estimator's, for messages.</param>
    /// <param name="criterion">What splits make small.</param>
    /// <param name="classWeights">How much the rows of each class count.</param>
    /// <param name="sampling">How a tree's rows are drawn.</param>
    /// <param name="rows">What is learned from.</param>
    /// <param name="isPath">Whether trees remember what trees limited further would be.</param>
    /// <param name="context">Whose threads to borrow.</param>
    public static ForestPlan Plan(
        TreeConfiguration configuration, ClassificationCriterion criterion, ClassWeights classWeights, RowSampling sampling, TrainingRows<Categories> rows, bool isPath, FitContext context)
    {
        Require(rows.Features, rows.Target, configuration.EstimatorName);
        var weights = RowWeights.From(classWeights, rows.Target, rows.Weights);
        var limits = TreeLimits.Of(configuration, rows.Features, isPath);
        var binned = BinnedRows.Of(rows.Features, rows.Target, limits.Binning, context);
        int classes = rows.Target.Levels.Count;
        if (limits.Rules.Directions is not null && classes != 2)
            throw new ArgumentException($"MonotoneConstraints needs two classes, since it is about the probability of the second one, but the target has {classes}: {Excerpt.FromList(rows.Target.Levels)}.");
        var leaf = new LeafSize(limits.Rules.MinRows, weights.AreWhole);
        return new ForestPlan(binned, weights, sampling, limits, TreeCriteria.Of(criterion, binned, classes, limits, leaf), TreeUnits.None with { Weight = weights.Unit }, classes);
    }

    /// <summary>Refuses what cannot be learned from.</summary>
    /// <exception cref="ArgumentException">It cannot; the message says why and where.</exception>
    public static void Require(FeatureMatrix features, Categories target, string estimator)
    {
        ArgumentNullException.ThrowIfNull(target);
        TrainingData.RequireFeatures(features, target.RowCount, estimator);
        Targets.Of(target).RequireComplete();
    }

    /// <summary>The label with the largest share in each row; of equal shares the one that comes first among the levels.</summary>
    /// <param name="shares">M × levels, row after row.</param>
    /// <param name="levels">The labels.</param>
    public static Categories Labels(double[] shares, string[] levels)
    {
        var codes = new int[shares.Length / levels.Length];
        for (int row = 0; row < codes.Length; row++)
            codes[row] = MostProbable(shares.AsSpan(row * levels.Length, levels.Length));
        return new Categories(levels, codes);
    }

    /// <summary>The number of the label with the largest share; of equal shares the first.</summary>
    /// <param name="shares">One a label, at least one.</param>
    public static int MostProbable(ReadOnlySpan<double> shares)
    {
        int best = 0;
        for (int label = 1; label < shares.Length; label++)
            best = shares[label] > shares[best] ? label : best;
        return best;
    }

    /// <summary>The shares as a matrix with a column a label.</summary>
    /// <param name="shares">M × levels, row after row.</param>
    /// <param name="levels">The labels.</param>
    public static FeatureMatrix Probabilities(double[] shares, string[] levels)
    {
        int rows = shares.Length / levels.Length;
        var values = new double[shares.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int label = 0; label < levels.Length; label++)
                values[label * rows + row] = shares[row * levels.Length + label];
        }

        return FeatureMatrix.FromColumnMajor(values, rows, new FeatureNames(levels));
    }
}
