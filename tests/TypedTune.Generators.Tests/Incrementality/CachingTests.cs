namespace TypedTune.Generators.Tests.Incrementality;

/// <summary>What runs again after an edit: what the edit can matter to, and nothing else.</summary>
public sealed class CachingTests
{
    private const string Base = "public abstract partial record Base { [Hyperparameter(Min = 1)] public int Depth { get; init; } = 3; }";
    private const string Inner = "public sealed partial record Inner { [Hyperparameter(Min = 1, Max = Limits.Most)] public int Size { get; init; } = 1; public int Twice() { return Size * 2; } }";
    private const string Outer = "public sealed partial record Outer : Base { [Hyperparameter] public Inner Inner { get; init; } = new(); [Hyperparameter] public Kind Kind { get; init; } }";
    private const string Other = "public sealed partial record Other { [Hyperparameter] public bool Flag { get; init; } }";
    private const string Constants = "public static class Limits { public const int Most = 8; public static int Half() { return Most / 2; } } public enum Kind { One, Two }";

    private static EditedProject Project() => new(Base, Inner, Outer, Other, Constants);

    [Fact]
    public void FirstRun_EmitsEverything() =>
        Assert.Equal(["Base.g.cs", "Inner.g.cs", "Other.g.cs", "Outer.g.cs"], Project().Emitted());

    [Theory]
    [InlineData("return Most / 2;", "int half = Most / 2; return half;")]
    [InlineData("return Size * 2;", "return Size + Size;")]
    public void EditInAMethod_EmitsNothing(string before, string after) => Assert.Empty(Project().Replace(before, after).Emitted());

    [Theory]
    [InlineData("public sealed class Unrelated;")]
    [InlineData("// a comment")]
    [InlineData("")]
    public void UnrelatedFile_EmitsNothing(string source) => Assert.Empty(Project().Add(source, "Added.cs").Emitted());

    [Fact]
    public void CommentInAComponent_EmitsNothing() => Assert.Empty(Project().Replace("public int Size", "/* how many */ public int Size").Emitted());

    [Fact]
    public void OtherOrderOfFiles_EmitsNothingAndChangesNoByte()
    {
        var project = Project();
        var texts = project.Texts;

        project.Reverse();

        Assert.Empty(project.Emitted());
        Assert.Equal(texts, project.Texts);
        Assert.Equal(texts, project.FromScratch());
    }

    [Fact]
    public void PartsInOtherOrder_ChangeNoByte()
    {
        var project = new EditedProject(
            "public sealed partial record Parts { [Hyperparameter] public int First { get; init; } }",
            "public sealed partial record Parts { [Hyperparameter] public int Second { get; init; } }");
        var texts = project.Texts;

        Assert.Equal(texts, project.Reverse().Texts);
        Assert.Equal(texts, project.FromScratch());
    }

    [Fact]
    public void EditOfAComponent_EmitsItAlone() => Assert.Equal(["Other.g.cs"], Project().Replace("bool Flag", "bool Flags").Emitted());

    [Fact]
    public void EditThatChangesWhatASpaceCovers_EmitsTheComponentAndWhatContainsIt() =>
        Assert.Equal(["Inner.g.cs", "Outer.g.cs"], Project().Replace("Min = 1, Max = Limits.Most", "Min = 1").Emitted());

    [Fact]
    public void EditOfABase_EmitsItAndWhatInherits() =>
        Assert.Equal(["Base.g.cs", "Outer.g.cs"], Project().Replace("Min = 1)] public int Depth", "Min = 2)] public int Depth").Emitted());

    [Fact]
    public void EditOfAConstantInAnotherFile_EmitsWhatUsesIt() => Assert.Equal(["Inner.g.cs"], Project().Replace("Most = 8", "Most = 9").Emitted());

    [Fact]
    public void EditOfAnEnumInAnotherFile_EmitsWhatUsesIt() => Assert.Equal(["Outer.g.cs"], Project().Replace("One, Two", "One, Two, Three").Emitted());

    [Fact]
    public void GlobalAlias_IsFollowed()
    {
        var project = Project().Add("public sealed partial record Aliased { [Tune] public int Size { get; init; } }", "Aliased.cs");
        Assert.Empty(project.Emitted());

        Assert.Equal(["Aliased.g.cs"], project.Add("global using Tune = TypedTune.HyperparameterAttribute;", "Aliases.cs").Emitted());
    }

    [Fact]
    public void Step_HasItsName() => Assert.Contains(TrackingNames.Types, Project().Result.TrackedSteps.Keys);
}
