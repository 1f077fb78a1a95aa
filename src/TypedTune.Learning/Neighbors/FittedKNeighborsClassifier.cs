namespace TypedTune.Learning;

/// <summary>Training rows with their labels. Immutable and thread safe.</summary>
public sealed class FittedKNeighborsClassifier : IFittedProbabilisticClassifier, IPersistentModel<FittedKNeighborsClassifier>
{
    private readonly FittedKNeighborsClassifierSubmodels _submodels;
    private readonly KNeighborsClassifier _configuration;

    internal FittedKNeighborsClassifier(FittedKNeighborsClassifierSubmodels submodels, KNeighborsClassifier configuration) => (_submodels, _configuration) = (submodels, configuration);

    /// <summary>The names of the columns at fit.</summary>
    public FeatureNames FeatureNames => _submodels.FeatureNames;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The columns are others, or a value is missing or infinite.</exception>
    public Categories Predict(FeatureMatrix features, FitContext? context = null) => _submodels.Predict(features, [_configuration], context)[0];

    /// <summary>Predicts the probability of each label: its share of the weight of the neighbours that decide.</summary>
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The columns are others, or a value is missing or infinite.</exception>
    public FeatureMatrix PredictProbabilities(FeatureMatrix features, FitContext? context = null) => _submodels.PredictProbabilities(features, [_configuration], context)[0];

    /// <summary>Each level's share of the neighbours' weight, a row a query.</summary>
    internal double[][] Shares(FeatureMatrix features, FitContext? context = null) => _submodels.Shares(features, [_configuration], context)[0];

    static string IPersistentModel<FittedKNeighborsClassifier>.ModelName => nameof(KNeighborsClassifier);

    void IPersistentModel<FittedKNeighborsClassifier>.Write(ModelWriter writer)
    {
        writer.Configuration("Configuration", _configuration);
        _submodels.Write(writer);
    }

    static FittedKNeighborsClassifier IPersistentModel<FittedKNeighborsClassifier>.Read(ModelReader reader)
    {
        var configuration = reader.Configuration("Configuration", new KNeighborsClassifier());
        return configuration.Fit(reader.Matrix("Features"), reader.Categories("Target"));
    }
}
