using TypedTune.Learning;

namespace TypedTune.Architecture.Tests;

/// <summary>Inside a project a folder uses only itself and folders listed before it; the core knows nothing of learning.</summary>
public sealed class DirectionTests
{
    private static readonly string[] Core = ["Messages", "Numerics", "Annotations", "Randomness", "Spaces/Values", "Spaces", "Spaces/Parameters", "Spaces/Encoding", "Configurations", "Trials", "Samplers", "Pruners", "Storage", "Storage/InMemory", "Execution", "Studies"];

    private static readonly string[] Learning =
    [
        "Numerics", "Data/Matrices", "Data/Roles", "Data/Tables", "Data/Files", "Data/Csv", "Data/Database", "Persistence", "Splitting", "Estimators", "Estimators/Capabilities", "Metrics",
        "Preprocessing", "Decisions", "Linear", "Neighbors", "Clustering",
        "Trees/Configuration", "Trees/Bins", "Trees/Structure", "Trees/Kernels", "Trees/Criteria", "Trees/Growing", "Trees/Prediction", "Trees/Explanation", "Trees/Persistence",
        "Forests", "Planning", "Execution", "Searching", "Validation", "Inspection", "Reports",
    ];

    public static TheoryData<string, string[]> Projects => new()
    {
        { "TypedTune", Core },
        { "TypedTune.Learning", Learning },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_UseOnlyThoseBeforeThem(string project, string[] order)
    {
        var uses = SourceProjects.Read(project).Uses;

        Assert.True(uses.Count > 100, $"Only {uses.Count} uses of the project's own types were found; the test does not see the code.");
        Violations.AssertNone(Directions.FindViolations(uses.Where(use => !FolderCircleTests.IsAllowed(project, use.Room, use.UsedRoom)), order));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void EveryFolder_HasItsPlaceInTheOrder(string project, string[] order) =>
        Violations.AssertNone(Directions.FindUnplaced(SourceProjects.Read(project), order));

    [Fact]
    public void UseOfALaterFolder_IsFound()
    {
        var project = SourceProject.From(("Low/A.cs", "class A { B b; }"), ("High/B.cs", "class B { A a; }"));

        Assert.Equal("Low/A.cs uses B of High, which is above it", Assert.Single(Directions.FindViolations(project.Uses, ["Low", "High"])));
        Assert.Equal("High", Assert.Single(Directions.FindUnplaced(project, ["Low"])));
    }

    [Fact]
    public void Core_DoesNotReferToLearning() =>
        Assert.DoesNotContain(typeof(Grid<>).Assembly.GetReferencedAssemblies(), reference => reference.Name == "TypedTune.Learning");

    [Fact]
    public void Learning_RefersToNoPackageThatReadsOneFormat() =>
        Assert.DoesNotContain(typeof(Table<>).Assembly.GetReferencedAssemblies(), reference => reference.Name!.Contains("Arrow", StringComparison.Ordinal));

    [Fact]
    public void Arrow_IsOneFolder() => Assert.DoesNotContain(SourceProjects.Read("TypedTune.Arrow").Files, file => file.Contains('/'));
}
