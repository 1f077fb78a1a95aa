namespace TypedTune.Generators.Tests.Incrementality;

/// <summary>What the generator reports stands where the source is now, and what stands on a failing type follows it.</summary>
public sealed class FailureTests
{
    private const string Row = "[Row]\npublic sealed partial record Day { public required Uri Sky { get; init; } [Target] public required double Rain { get; init; } }";
    private const string Features = "[ColumnTransformer<Day>]\npublic sealed partial record Features { [Remainder] public Passthrough Rest { get; init; } = new(); }";
    private const string Model = "[Pipeline]\npublic sealed partial record Model { public Features Features { get; init; } = new(); public Ridge Ridge { get; init; } = new(); }";
    private const string Base = "public abstract partial record Base { [Hyperparameter] public int Depth { get; } }";
    private const string Derived = "public sealed partial record Derived : Base { [Hyperparameter] public int Size { get; init; } }";

    [Fact]
    public void FailureOfARow_IsReportedOnce() => Assert.Equal(["File1.cs(2,56): TT0201"], Reported(new EditedProject(Row, Features, Model)));

    [Fact]
    public void FailureOfABase_IsReportedOnce() => Assert.Equal(["File1.cs(1,67): TT0002"], Reported(new EditedProject(Base, Derived)));

    [Theory]
    [InlineData("[Row]\n", "[Row]\n\n// A comment.\n", "File1.cs(4,56): TT0201")]
    [InlineData("{ public required Uri", "{ public int Twice() { return 2; } public required Uri", "File1.cs(2,89): TT0201")]
    public void EditThatMovesAFailure_MovesItsPlace(string before, string after, string place) =>
        Assert.Equal([place], Reported(new EditedProject(Row, Features, Model).Replace(before, after)));

    [Fact]
    public void EditElsewhereThatMovesAFailure_MovesItsPlace()
    {
        // The part that speaks for the type is not the one with the failure.
        var project = new EditedProject(
            "public sealed partial record Parts { [Hyperparameter] public int First { get; init; } }",
            "public sealed partial record Parts { [Hyperparameter] public int Second { get; } }");

        Assert.Equal(["File2.cs(2,66): TT0002"], Reported(project.Replace("public sealed partial record Parts { [Hyperparameter] public int Second", "\npublic sealed partial record Parts { [Hyperparameter] public int Second")));
    }

    [Fact]
    public void Correction_EmitsTheTypeAndWhatStandsOnIt()
    {
        var project = new EditedProject(Row, Features, Model);
        Assert.All(project.Texts.Values, text => Assert.DoesNotContain("SpaceFrom", text, StringComparison.Ordinal));

        project.Replace("required Uri Sky", "required double Sky");

        Assert.Empty(Reported(project));
        Assert.Equal(["Day.g.cs", "Features.g.cs", "Model.g.cs"], project.Emitted());
        Assert.Contains("SpaceFrom", project.Texts["Model.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void CommentBesideAFailure_EmitsNothing() => Assert.Empty(new EditedProject(Row, Features, Model).Replace("[Row]", "/* */ [Row]").Emitted());

    [Fact]
    public void TypesThatStandOnEachOther_AreEachReported() => Assert.Equal(
        ["File1.cs(1,58): TT0101", "File2.cs(1,58): TT0101"],
        Reported(new EditedProject("[Pipeline] public sealed partial record One { public Two Inner { get; init; } = null!; }", "[Pipeline] public sealed partial record Two { public One Inner { get; init; } = null!; }")).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Reported(EditedProject project) => project.Result.Diagnostics.Select(diagnostic =>
        $"{diagnostic.Location.SourceTree!.FilePath}({diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1},{diagnostic.Location.GetLineSpan().StartLinePosition.Character + 1}): {diagnostic.Id}");
}
