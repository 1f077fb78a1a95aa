namespace TypedTune.Learning;

/// <summary>What a classification tree and forest do in the same way.</summary>
internal static class ClassForest
{
    /// <summary>Checks what is to be learned from.</summary>
    /// <exception cref="ArgumentException">It cannot be learned from; the message says why and where.</exception>
    public static void Require(FeatureMatrix features, Categories target, string estimator)
    {
        ArgumentNullException.ThrowIfNull(target);
        TrainingData.RequireFeatures(features, target.RowCount, estimator);
        Targets.Of(target).RequireComplete();
    }

    /// <summary>Grows trees.</summary>
    public static GrownTree[] Grow(
        FeatureMatrix features, Categories target, double[]? weights, ClassWeights classWeights, ClassificationCriterion criterion, SplitBins bins, TreeLimits limits, RowSampling sampling, Seed seed, int trees, FitContext context)
    {
        var rowWeights = classWeights.Resolve(target, TrainingData.Weights(weights, features.RowCount));
        var rows = BinnedRows.Of(features, target, bins, context);
        var leaf = new LeafSize(limits.MinRowsInLeaf, rowWeights.AreWhole);
        return ForestGrowth.Grow(new ForestPlan(rows, rowWeights, sampling, limits, TreeCriteria.Of(criterion, rows, target.Levels.Count, leaf)), seed, trees, context);
    }

    /// <summary>The label with the largest share in each row; of equal shares the one that comes first among the levels.</summary>
    /// <param name="shares">M × levels, row after row.</param>
    /// <param name="levels">The labels.</param>
    public static Categories Labels(double[] shares, string[] levels)
    {
        var codes = new int[shares.Length / levels.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            var ofRow = shares.AsSpan(row * levels.Length, levels.Length);
            for (int label = 1; label < ofRow.Length; label++)
                codes[row] = ofRow[label] > ofRow[codes[row]] ? label : codes[row];
        }

        return new Categories(levels, codes);
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
