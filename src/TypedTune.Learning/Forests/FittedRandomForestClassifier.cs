namespace TypedTune.Learning;

/// <summary>A grown random forest of a classification. Immutable and thread safe.</summary>
public sealed class FittedRandomForestClassifier : FittedClassificationTrees
{
    internal FittedRandomForestClassifier(RandomForestClassifier configuration, GrownTree[] trees, FeatureNames names, string[] levels)
        : base(nameof(RandomForestClassifier), trees, names, levels) => Configuration = configuration;

    /// <summary>What it was grown from.</summary>
    public RandomForestClassifier Configuration { get; }

    /// <summary>The number of trees.</summary>
    public int TreeCount => Trees.Count;
}
