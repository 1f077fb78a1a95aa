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

    /// <inheritdoc/>
    private protected override ForestDocument Document => new(Configuration, FeatureNames, [.. Levels], [.. Trees]);

    /// <summary>The tree as indented text; see <see cref="DecisionTree.ToString"/>.</summary>
    public override string ToString() => DecisionTrees[0].ToString();

    /// <inheritdoc/>
    public static FittedDecisionTreeClassifier Load(Stream stream) => From(ForestFile.Read(stream, new DecisionTreeClassifier()));

    /// <inheritdoc/>
    public static FittedDecisionTreeClassifier LoadJson(Stream stream) => From(ForestJson.Read(stream, new DecisionTreeClassifier()));

    private static FittedDecisionTreeClassifier From(ForestDocument document) => new((DecisionTreeClassifier)document.Configuration, document.Features, document.Classes, document.Trees[0]);
}
