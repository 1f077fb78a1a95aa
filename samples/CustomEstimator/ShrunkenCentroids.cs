using TypedTune;
using TypedTune.Learning;

namespace CustomEstimator;

#region estimator
/// <summary>
/// Nearest shrunken centroids (Tibshirani, Hastie, Narasimhan and Chu, PNAS 99, 2002): a row is of the class whose centre is nearest, and
/// centres are drawn together, so that features which tell classes apart by less than the shrinkage do not count.
/// </summary>
public sealed partial record ShrunkenCentroids :
    IClassifier<ShrunkenCentroids, FittedShrunkenCentroids>, IWeightedClassifier, IPath<ShrunkenCentroids, Categories, FittedShrunkenCentroids>
{
    [Hyperparameter(Min = 0)]
    public double Shrinkage { get; init; }

    public FittedShrunkenCentroids Fit(FeatureMatrix features, Categories target, FitContext? context = null) =>
        new(this, features, target, [.. Enumerable.Repeat(1.0, target.RowCount)]);

    // Row weights, where the data has some.
    IFittedClassifier IWeightedClassifier.Fit(FeatureMatrix features, Categories target, double[] weights, FitContext? context) =>
        new FittedShrunkenCentroids(this, features, target, weights);

    // A path: centres are shrunk when they predict, so that one fit answers for every shrinkage.
    public ShrunkenCentroids ToPathKey() => this with { Shrinkage = 0 };
    public ShrunkenCentroids Widest(IReadOnlyList<ShrunkenCentroids> members, int rows) => members[0];
    public FittedShrunkenCentroids FitPath(FeatureMatrix features, Categories target, FitContext? context = null) => Fit(features, target, context);
}
#endregion

/// <summary>The centres of classes. Immutable and thread safe.</summary>
/// <remarks>What the paper adds to the deviations, s₀, is their mean here and not their median, so that no feature has to vary.</remarks>
public sealed class FittedShrunkenCentroids : IFittedProbabilisticClassifier, IFittedPath<ShrunkenCentroids, Categories>
{
    private readonly ShrunkenCentroids _configuration;
    private readonly FeatureNames _names;
    private readonly string[] _levels;
    private readonly double _total;
    private readonly double[] _sizes, _middle, _scale;
    private readonly double[,] _centers;

    internal FittedShrunkenCentroids(ShrunkenCentroids configuration, FeatureMatrix features, Categories target, double[] weights)
    {
        ((ITunable)configuration).Validate();
        features.RequireTrainable(nameof(ShrunkenCentroids));
        features.RequireTargets(target.RowCount, nameof(ShrunkenCentroids));
        features.RequireWeights(weights, nameof(ShrunkenCentroids));
        Targets.Of(target).RequireComplete();
        (_configuration, _names, _levels) = (configuration, features.Names, [.. target.Levels]);
        (_middle, _scale, _centers) = (new double[_names.Count], new double[_names.Count], new double[_levels.Length, _names.Count]);
        _sizes = [.. _levels.Select((_, level) => weights.Where((_, row) => target.Codes[row] == level).Sum())];
        _total = weights.Sum();
        for (int c = 0; c < _names.Count; c++)
        {
            var column = features.Column(c);
            for (int row = 0; row < weights.Length; row++)
                _centers[target.Codes[row], c] += weights[row] / Math.Max(_sizes[target.Codes[row]], double.Epsilon) * column[row];
            _middle[c] = _sizes.Select((size, level) => size * _centers[level, c]).Sum() / _total;
            for (int row = 0; row < weights.Length; row++)
                _scale[c] += weights[row] / _total * Math.Pow(column[row] - _centers[target.Codes[row], c], 2);
        }

        double least = _scale.Average(Math.Sqrt);
        _scale = Array.ConvertAll(_scale, variance => Math.Sqrt(variance) + least);
        if (!(least > 0 && double.IsFinite(least)))
            throw new ArgumentException($"{nameof(ShrunkenCentroids)} found no feature that varies within a class, or one too large to square. Scale such, or leave them out.", nameof(features));
    }

    public FeatureMatrix PredictProbabilities(FeatureMatrix features, FitContext? context = null) =>
        FeatureMatrix.FromRows(Probabilities(features, _configuration.Shrinkage, context), new FeatureNames(_levels));

    public Categories Predict(FeatureMatrix features, FitContext? context = null) => Predict(features, [_configuration], context)[0];

    public Categories[] Predict(FeatureMatrix features, IReadOnlyList<ShrunkenCentroids> members, FitContext? context = null) =>
        [.. members.Select(member => new Categories(_levels, [.. Probabilities(features, member.Shrinkage, context).Select(row => Array.IndexOf(row, row.Max()))]))];

    private double[][] Probabilities(FeatureMatrix features, double shrinkage, FitContext? context)
    {
        features.RequireColumns(_names, nameof(ShrunkenCentroids));
        features.RequireFinite(nameof(ShrunkenCentroids));
        var result = new double[features.RowCount][];
        (context ?? FitContext.Default).For(result.Length, row =>
        {
            double[] scores = [.. _levels.Select((_, level) => Math.Log(_sizes[level]) - SquaredDistance(features, row, level, shrinkage) / 2)];
            double best = scores.Max(), sum = scores.Sum(score => Math.Exp(score - best));
            result[row] = Array.ConvertAll(scores, score => Math.Exp(score - best) / sum);
        });
        return result;
    }

    private double SquaredDistance(FeatureMatrix features, int row, int level, double shrinkage)
    {
        double threshold = shrinkage * Math.Sqrt(Math.Max(0, 1 / Math.Max(_sizes[level], 1e-9) - 1 / _total));
        double sum = 0;
        for (int c = 0; c < _scale.Length; c++)
        {
            double offset = (_centers[level, c] - _middle[c]) / _scale[c];
            double shrunk = Math.CopySign(Math.Max(0, Math.Abs(offset) - threshold), offset);
            sum += Math.Pow(Math.Clamp((features[row, c] - _middle[c]) / _scale[c] - shrunk, -1e100, 1e100), 2);
        }

        return sum;
    }
}
