namespace TypedTune.Architecture.Tests;

/// <summary>No folder uses itself by way of others, in the libraries and in the generator.</summary>
public sealed class FolderCircleTests
{
    private static readonly Dictionary<string, AllowedUse[]> Allowed = new()
    {
        ["TypedTune"] = [],
        ["TypedTune.Learning"] = [],
        ["TypedTune.Generators"] = [],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_FormNoCircle(string project)
    {
        var uses = SourceProjects.Read(project).Uses.Where(use => !IsAllowed(project, use.Room, use.UsedRoom));

        Violations.AssertNone(Circles.Find(uses.Select(use => (use.Room, use.UsedRoom))).Select(circle => string.Join(", ", circle)));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void EveryAllowedUse_IsStillThere(string project)
    {
        var uses = SourceProjects.Read(project).Uses.Select(use => (use.Room, use.UsedRoom)).ToHashSet();

        Assert.All(Allowed[project], allowed => Assert.True(uses.Contains((allowed.From, allowed.To)), $"{allowed.From} uses {allowed.To} no longer. Delete its line."));
    }

    [Fact]
    public void CircleOfThreeFolders_IsFound()
    {
        var project = SourceProject.From(("X/A.cs", "class A { B b; }"), ("Y/B.cs", "class B { C c; }"), ("Z/C.cs", "class C { A a; }"), ("W/D.cs", "class D { A a; }"));

        Assert.Equal(["X", "Y", "Z"], Assert.Single(Circles.Find(project.Uses.Select(use => (use.Room, use.UsedRoom)))));
    }

    /// <summary>Whether a use of one folder by another is on the list.</summary>
    internal static bool IsAllowed(string project, string from, string to) => Allowed[project].Any(allowed => (allowed.From, allowed.To) == (from, to));
}
