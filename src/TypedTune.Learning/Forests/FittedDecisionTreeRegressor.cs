namespace TypedTune.Learning;

/// <summary>A grown regression tree. Immutable and thread safe.</summary>
public sealed class FittedDecisionTreeRegressor : FittedRegressionTrees, IPersistentModel<FittedDecisionTreeRegressor>
{
    internal FittedDecisionTreeRegressor(DecisionTreeRegressor configuration, FeatureNames names, GrownTree tree)
        : base(nameof(DecisionTreeRegressor), [tree], names) => Configuration = configuration;

    /// <summary>The configuration that it was grown with.</summary>
    public DecisionTreeRegressor Configuration { get; }

    /// <summary>The number of nodes, splits and leaves, at least 1.</summary>
    public int NodeCount => Tree.Nodes.Length;

    /// <summary>The number of leaves, at least 1: one more than there are splits.</summary>
    public int LeafCount => Tree.LeafCount;

    /// <summary>The most splits on a path from the root; 0 if the tree is one leaf.</summary>
    public int Depth => Tree.Depth;

    /// <summary>The tree.</summary>
    internal GrownTree Tree => Trees[0];

    /// <summary>The tree as indented text; see <see cref="DecisionTree.ToString"/>.</summary>
    public override string ToString() => DecisionTrees[0].ToString();

    static string IPersistentModel<FittedDecisionTreeRegressor>.ModelName => nameof(DecisionTreeRegressor);

    void IPersistentModel<FittedDecisionTreeRegressor>.Write(ModelWriter writer) => new ForestValues<DecisionTreeRegressor>(Configuration, FeatureNames, [], [.. Trees]).Write(writer);

    static FittedDecisionTreeRegressor IPersistentModel<FittedDecisionTreeRegressor>.Read(ModelReader reader)
    {
        var values = ForestValues<DecisionTreeRegressor>.Read(reader, new DecisionTreeRegressor(), isClassifier: false);
        return new FittedDecisionTreeRegressor(values.Configuration, values.Names, values.Trees[0]);
    }
}
