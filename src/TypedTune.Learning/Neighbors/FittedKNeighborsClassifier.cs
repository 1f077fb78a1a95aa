namespace TypedTune.Learning;

/// <summary>Training rows with their labels. Immutable and thread safe.</summary>
public sealed class FittedKNeighborsClassifier : IFittedProbabilisticClassifier
{
    private readonly FittedKNeighborsClassifierPath _path;
    private readonly KNeighborsClassifier _configuration;

    internal FittedKNeighborsClassifier(FittedKNeighborsClassifierPath path, KNeighborsClassifier configuration) => (_path, _configuration) = (path, configuration);

    /// <summary>The names of the columns at fit.</summary>
    public FeatureNames FeatureNames => _path.FeatureNames;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The columns are others, or a value is missing or infinite.</exception>
    public Categories Predict(FeatureMatrix features, FitContext? context = null) => _path.Predict(features, [_configuration], context)[0];

    /// <summary>Predicts the probability of each label: its share of the weight of the neighbours that decide.</summary>
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The columns are others, or a value is missing or infinite.</exception>
    public FeatureMatrix PredictProbabilities(FeatureMatrix features, FitContext? context = null) => _path.PredictProbabilities(features, [_configuration], context)[0];

    /// <summary>Each level's share of the neighbours' weight, a row a query.</summary>
    internal double[][] Shares(FeatureMatrix features, FitContext? context = null) => _path.Shares(features, [_configuration], context)[0];
}
