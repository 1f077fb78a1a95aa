namespace TypedTune.Learning;

/// <summary>A grown random forest. Immutable and thread safe.</summary>
public sealed class FittedRandomForestRegressor : FittedRegressionTrees
{
    internal FittedRandomForestRegressor(RandomForestRegressor configuration, GrownTree[] trees, FeatureNames names)
        : base(nameof(RandomForestRegressor), trees, names) => Configuration = configuration;

    /// <summary>What it was grown from.</summary>
    public RandomForestRegressor Configuration { get; }

    /// <summary>The number of trees.</summary>
    public int TreeCount => Trees.Count;
}
