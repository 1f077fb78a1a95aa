namespace TypedTune.Learning;

/// <summary>A grown classification tree. Immutable and thread safe.</summary>
public sealed class FittedDecisionTreeClassifier : FittedClassificationTrees, IPersistentModel<FittedDecisionTreeClassifier>
{
    internal FittedDecisionTreeClassifier(DecisionTreeClassifier configuration, FeatureNames names, string[] levels, GrownTree tree)
        : base(nameof(DecisionTreeClassifier), [tree], names, levels) => Configuration = configuration;

    /// <summary>The configuration that it was grown with.</summary>
    public DecisionTreeClassifier Configuration { get; }

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

    static string IPersistentModel<FittedDecisionTreeClassifier>.ModelName => nameof(DecisionTreeClassifier);

    void IPersistentModel<FittedDecisionTreeClassifier>.Write(ModelWriter writer) => new ForestValues<DecisionTreeClassifier>(Configuration, FeatureNames, [.. Levels], [.. Trees]).Write(writer);

    static FittedDecisionTreeClassifier IPersistentModel<FittedDecisionTreeClassifier>.Read(ModelReader reader)
    {
        var values = ForestValues<DecisionTreeClassifier>.Read(reader, new DecisionTreeClassifier(), isClassifier: true);
        return new FittedDecisionTreeClassifier(values.Configuration, values.Names, values.Levels, values.Trees[0]);
    }
}
