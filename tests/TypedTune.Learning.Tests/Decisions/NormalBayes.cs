namespace TypedTune.Learning.Tests.Decisions;

/// <summary>Gaussian naive Bayes, as scikit-learn's reference values were computed with.</summary>
public sealed partial record NormalBayes : IClassifier<NormalBayes, FittedNormalBayes>, IProbabilisticClassification
{
    public FittedNormalBayes Fit(FeatureMatrix features, Categories target, FitContext? context = null)
    {
        int[][] rowsOf = [.. target.Levels.Select((_, level) => Enumerable.Range(0, target.RowCount).Where(row => target.Codes[row] == level).ToArray())];
        double epsilon = 1e-9 * Enumerable.Range(0, features.ColumnCount).Max(column => Variance(features.Column(column).ToArray()));
        return new FittedNormalBayes(
            [.. target.Levels],
            [.. rowsOf.Select(rows => (double)rows.Length / target.RowCount)],
            [.. rowsOf.Select(rows => Enumerable.Range(0, features.ColumnCount).Select(column => rows.Average(row => features[row, column])).ToArray())],
            [.. rowsOf.Select(rows => Enumerable.Range(0, features.ColumnCount).Select(column => Variance([.. rows.Select(row => features[row, column])]) + epsilon).ToArray())]);
    }

    private static double Variance(double[] values) => values.Average(value => (value - values.Average()) * (value - values.Average()));
}

/// <summary>The shares, means and variances of each label.</summary>
public sealed record FittedNormalBayes(string[] Labels, double[] Shares, double[][] Means, double[][] Variances) : IFittedProbabilisticClassifier
{
    public Categories Predict(FeatureMatrix features, FitContext? context = null)
    {
        var probabilities = PredictProbabilities(features, context);
        return new Categories(Labels, [.. Enumerable.Range(0, features.RowCount).Select(row => Enumerable.Range(0, Labels.Length).MaxBy(level => probabilities[row, level]))]);
    }

    public FeatureMatrix PredictProbabilities(FeatureMatrix features, FitContext? context = null) => FeatureMatrix.FromRows(
        [.. Enumerable.Range(0, features.RowCount).Select(row =>
        {
            double[] logs = [.. Labels.Select((_, level) => Math.Log(Shares[level]) - Means[level].Select((mean, column) => (Math.Log(2 * Math.PI * Variances[level][column]) + (features[row, column] - mean) * (features[row, column] - mean) / Variances[level][column]) / 2).Sum())];
            double[] shares = [.. logs.Select(log => Math.Exp(log - logs.Max()))];
            return shares.Select(share => share / shares.Sum()).ToArray();
        })],
        new FeatureNames(Labels));
}
