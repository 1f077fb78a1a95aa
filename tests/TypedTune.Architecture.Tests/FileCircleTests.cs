namespace TypedTune.Architecture.Tests;

/// <summary>No file uses itself by way of others, but for the few that are listed with their reason.</summary>
public sealed class FileCircleTests
{
    private const string Algebra = "Spaces are added and multiplied by operators of their own, and what these make are spaces.";
    private const string Attribute = "A type names by an attribute the parameter that makes spaces of it.";
    private const string CutBack = "The submodels of a fit are limited to a fitted estimator, which predicts by them.";

    // Families whose members know one another; each with the reason why a design without the circle would be a worse one.
    private static readonly (string Reason, string[] Members)[] Families =
    [
        ("Parsers descend into one another as the types do that they parse: a component holds components.",
            ["BranchParser", "ChoiceParser", "ComponentParser", "ConfigurationParser", "CoverageParser", "FlowParser", "ParameterParser", "PersistenceParser", "RowParser", "SignatureParser", "TextParser", "TypeParser", "ValueEquality"]),
        ("A configuration writes and reads itself by the writer and the reader, which write and read its parts.",
            ["ConfigurationReader", "ConfigurationWriter", "IConfiguration"]),
        ("A model writes and reads itself by the writer and the reader, which write and read its parts.",
            ["FeatureNamesValues", "IPersistentModel", "ModelOption", "ModelReader", "ModelWriter"]),
        ("An encoding is a tree of nodes that is built over the space and filled by reading configurations: node, builder and coordinate are one structure.",
            ["ChoiceCoordinate", "ChoiceLeaf", "ConfigurationReading", "CoordinateTable", "EncodingDistance", "FilterNode", "LeafNode", "NodeBuilder", "OrderedLeaf", "ProductNode", "RangeLeaf", "SpaceEncoding", "SpaceEncoding{T}", "SpaceNode", "SumNode"]),
        ("An estimator adds its parts to a plan, and the plan takes estimators: each is described by the other.",
            ["IClassifier", "ICompositePredictor", "IEstimator", "IFitPlan", "IRegressor"]),
        ("A node of a plan runs in a run that gives it the results of other nodes, and takes its predictions from the fit that it is a submodel of.",
            ["NodePlace", "NodeRun", "SubmodelsNode", "SubmodelResults", "PlanNode", "PredictionNode", "PredictorNode"]),
        ("A search reads its own history back, and a history writes itself for the search.",
            ["Search", "SearchHistory", "SearchIdentity", "SearchJson", "SearchTable", "SearchTrial"]),
    ];

    private static readonly Dictionary<string, AllowedUse[]> Allowed = new()
    {
        ["TypedTune"] =
        [
            new("ISpaceVisitor", "Space", Algebra),
            new("Seed", "RandomStream", "A seed starts the stream of its numbers."),
            new("Space", "Grid", Algebra),
            new("Space", "ProductSpace", Algebra),
            new("Space", "SumSpace", Algebra),
            new("Grid", "FilteredGrid", Algebra),
            new("Grid", "ProductGrid", Algebra),
            new("Grid", "SingleGrid", Algebra),
            new("Grid", "SumGrid", Algebra),
        ],
        ["TypedTune.Learning"] =
        [
            new("Categories", "CategoriesBuilder", "Categories are made of values by the builder that files are read with."),
            new("IRow", "RowSchema", "A row's type declares its schema, and the schema makes rows of that type."),
            new("RowCount", "RowCountParameter", Attribute),
            new("MaxFeatures", "MaxFeaturesParameter", Attribute),
            new("FitEstimate", "IFitEstimate", "What a step does not estimate itself is estimated from its input."),
            new("IFittedSubmodels", "ISubmodels", "Submodels and their configuration are constrained by each other."),
            new("FittedKNeighborsClassifierSubmodels", "FittedKNeighborsClassifier", CutBack),
            new("FittedKNeighborsRegressorSubmodels", "FittedKNeighborsRegressor", CutBack),
        ],
        ["TypedTune.Arrow"] = [],
        ["TypedTune.Generators"] =
        [
            new("FittedEmitter", "FlowEmitter", "A fitted pipeline applies its branches by the selectors that it is planned with."),
        ],
        ["TypedTune.CodeFixes"] =
        [
            new("RuleCodeFix", "FixEverywhere", "A fixer offers to fix everywhere, and that applies the fixer."),
        ],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Files_FormNoCircle(string project)
    {
        var circles = Circles.Find(UsesOf(SourceProjects.Read(project)).Where(use => !IsAllowed(project, use.From, use.To)));

        Violations.AssertNone(circles.Select(circle => string.Join(", ", circle)));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void EveryAllowedUse_IsStillThere(string project)
    {
        var uses = UsesOf(SourceProjects.Read(project)).ToHashSet();

        Assert.All(Allowed[project], allowed => Assert.True(uses.Contains((allowed.From, allowed.To)), $"{allowed.From} uses {allowed.To} no longer. Delete its line."));
    }

    [Fact]
    public void TwoFilesThatUseEachOther_AreFound()
    {
        var project = SourceProject.From(("A.cs", "class A { B b; }"), ("B.cs", "class B { A a; }"), ("Ridge.cs", "class Ridge { FittedRidge Fit() => new(); }"), ("FittedRidge.cs", "class FittedRidge { Ridge Configuration; }"));

        Assert.Equal(["A", "B"], Assert.Single(Circles.Find(UsesOf(project))));
    }

    // A file is called after its type. A fitted object says what it was fitted from, and that says what its fit returns.
    private static IEnumerable<(string From, string To)> UsesOf(SourceProject project) => project.Uses
        .Select(use => (From: Path.GetFileNameWithoutExtension(use.File), To: Path.GetFileNameWithoutExtension(use.UsedFile)))
        .Where(use => !use.From.StartsWith($"Fitted{use.To}", StringComparison.Ordinal));

    private static bool IsAllowed(string project, string from, string to) =>
        Allowed[project].Any(allowed => (allowed.From, allowed.To) == (from, to)) || Families.Any(family => family.Members.Contains(from) && family.Members.Contains(to));
}
