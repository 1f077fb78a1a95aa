namespace TypedTune.Architecture.Tests;

/// <summary>A name means one thing, and says it.</summary>
public sealed class NameTests
{
    /// <summary>How many static methods are called <c>Of</c>. It may only be lowered: a factory is called after what it makes.</summary>
    private const int MostCalledOf = 44;

    private static readonly string[] EmptyWords = ["Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Manager", "Info", "Common", "Misc", "Impl", "Wrapper", "Processor", "Handler"];

    private static readonly string[] Libraries = ["TypedTune", "TypedTune.Learning", "TypedTune.Arrow"];

    public static TheoryData<string> Projects => [.. Libraries, "TypedTune.Generators", "TypedTune.CodeFixes"];

    [Fact]
    public void PublicTypes_HaveNamesOfTheirOwn() => Violations.AssertNone(TypeNames.FindShared(Libraries.Select(SourceProjects.Read)));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Types_AreNotCalledByEmptyWords(string project) => Violations.AssertNone(TypeNames.FindEnding(SourceProjects.Read(project), EmptyWords));

    [Fact]
    public void FactoriesCalledOf_BecomeFewer()
    {
        int count = Libraries.Sum(project => TypeNames.FindStatic(SourceProjects.Read(project), "Of").Count());

        Assert.True(count <= MostCalledOf, $"{count} static methods are called Of; {MostCalledOf} were. Call the new one after what it makes: Create, From…, Parse, Compute.");
        Assert.True(count == MostCalledOf, $"Only {count} static methods are called Of. Lower {nameof(MostCalledOf)} to that.");
    }

    [Fact]
    public void NamesAgainstTheRules_AreFound()
    {
        var project = SourceProject.From(
            ("A.cs", "namespace A; public class Fold { public static Fold Of() => new(); }"),
            ("B.cs", "namespace B; public class Fold; public class FoldInfo; public static class Score; public class Score<T>;"));

        Assert.Equal("Fold (A, B)", Assert.Single(TypeNames.FindShared(project)));
        Assert.Equal("FoldInfo", Assert.Single(TypeNames.FindEnding(project, EmptyWords)));
        Assert.Equal("Fold.Of", Assert.Single(TypeNames.FindStatic(project, "Of")));
    }
}
