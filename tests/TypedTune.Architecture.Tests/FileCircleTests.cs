namespace TypedTune.Architecture.Tests;

/// <summary>No file uses itself by way of others, but for the few that are listed with their reason.</summary>
public sealed class FileCircleTests
{
    private const string Algebra = "Spaces are added and multiplied by operators of their own, and what these make are spaces.";
    private const string Attribute = "A type names by an attribute the parameter that makes spaces of it.";
    private const string CutBack = "A path is cut back to a fitted estimator, which predicts by the path.";
    private const string Configuration = "Goes with ConfigurationJson, which generated canonical text replaces.";
    private const string Planning = "Estimators take part in planning and name the planner; a small interface of a plan will untie them.";
    private const string Searching = "A search continues its own history, which it alone can read back; the search is being rewritten as a study.";

    // Parsers descend into one another as the types do that they parse: a component holds components.
    private static readonly string[] Parsers =
        ["BranchParser", "ChoiceParser", "ComponentParser", "CoverageParser", "FlowParser", "ParameterParser", "RowParser", "SignatureParser", "TypeParser", "ValueEquality"];

    private static readonly Dictionary<string, AllowedUse[]> Allowed = new()
    {
        ["TypedTune"] =
        [
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
            new("IFittedPath", "IPath", "A path and its configuration are constrained by each other."),
            new("FittedKNeighborsClassifierPath", "FittedKNeighborsClassifier", CutBack),
            new("FittedKNeighborsRegressorPath", "FittedKNeighborsRegressor", CutBack),
            new("SearchHistory", "Search", Searching),
            new("SearchHistory", "SearchJson", Searching),
            new("SearchJson", "Search", Searching),
            new("SearchTable", "SearchHistory", Searching),
            new("SearchTrial", "Search", Searching),
        ],
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
        Allowed[project].Any(allowed => (allowed.From, allowed.To) == (from, to)) || (Parsers.Contains(from) && Parsers.Contains(to));
}
