namespace TypedTune.Learning;

/// <summary>Training rows with their targets. Immutable and thread safe.</summary>
public sealed class FittedKNeighborsRegressor : IFittedRegressor, IPersistentModel<FittedKNeighborsRegressor>
{
    private readonly FittedKNeighborsRegressorSubmodels _submodels;
    private readonly KNeighborsRegressor _configuration;

    internal FittedKNeighborsRegressor(FittedKNeighborsRegressorSubmodels submodels, KNeighborsRegressor configuration) => (_submodels, _configuration) = (submodels, configuration);

    /// <summary>The names of the columns at fit.</summary>
    public FeatureNames FeatureNames => _submodels.FeatureNames;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The columns are others, or a value is missing or infinite.</exception>
    public double[] Predict(FeatureMatrix features, FitContext? context = null) => _submodels.Predict(features, [_configuration], context)[0];

    static string IPersistentModel<FittedKNeighborsRegressor>.ModelName => nameof(KNeighborsRegressor);

    void IPersistentModel<FittedKNeighborsRegressor>.Write(ModelWriter writer)
    {
        writer.Configuration("Configuration", _configuration);
        _submodels.Write(writer);
    }

    static FittedKNeighborsRegressor IPersistentModel<FittedKNeighborsRegressor>.Read(ModelReader reader)
    {
        var configuration = reader.Configuration("Configuration", new KNeighborsRegressor());
        return configuration.Fit(reader.Matrix("Features"), reader.Numbers("Target"));
    }
}
