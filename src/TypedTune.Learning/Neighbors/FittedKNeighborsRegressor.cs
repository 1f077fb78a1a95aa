namespace TypedTune.Learning;

/// <summary>Training rows with their targets. Immutable and thread safe.</summary>
public sealed class FittedKNeighborsRegressor : IFittedRegressor
{
    private readonly FittedKNeighborsRegressorPath _path;
    private readonly KNeighborsRegressor _configuration;

    internal FittedKNeighborsRegressor(FittedKNeighborsRegressorPath path, KNeighborsRegressor configuration) => (_path, _configuration) = (path, configuration);

    /// <summary>The names of the columns at fit.</summary>
    public FeatureNames FeatureNames => _path.FeatureNames;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The columns are others, or a value is missing or infinite.</exception>
    public double[] Predict(FeatureMatrix features, FitContext? context = null) => _path.Predict(features, [_configuration], context)[0];
}
