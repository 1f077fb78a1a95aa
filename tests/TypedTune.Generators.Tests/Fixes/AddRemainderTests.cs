using TypedTune.CodeFixes;
using static TypedTune.Generators.Tests.Fixes.ColumnTransformers;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>TT0105 and, as a choice, TT0109.</summary>
public sealed class AddRemainderTests
{
    [Fact]
    public Task BranchWithoutColumns_GetsTheRemainder() => new FixCase(new AddRemainderCodeFix(), "TT0105").Makes(
        Features("""
                /// <summary>All of them.</summary>
                public StandardScaler Scale { get; init; } = new(); // last
            """),
        Features("""
                /// <summary>All of them.</summary>
                [Remainder]
                public StandardScaler Scale { get; init; } = new(); // last
            """));

    [Fact]
    public Task BranchBesideOtherAttributes_KeepsThem() => new FixCase(new AddRemainderCodeFix(), "TT0105").Makes(
        Features("    [Columns] public StandardScaler Scale { get; init; } = new();"),
        Features("    [Columns, Remainder] public StandardScaler Scale { get; init; } = new();"));

    [Fact]
    public Task RemainderOfNothing_GetsNoSecondOne() => new FixCase(new AddRemainderCodeFix(), "TT0105").OffersNothing(
        Features("    [Columns(nameof(Reading.Kind))] public OneHotEncoder Encode { get; init; } = new();\n    [Remainder] public OneHotEncoder Rest { get; init; } = new();"));

    [Fact]
    public Task BranchesOfEitherKind_GetTheirRemainder() => new FixCase(new AddRemainderCodeFix(), "TT0105") { Marked = [FixCase.Properties()] }.MakesOfAll(
        Features("    public StandardScaler [|Scale|] { get; init; } = new();\n    public OneHotEncoder [|Encode|] { get; init; } = new();"),
        Features("    [Remainder]\n    public StandardScaler Scale { get; init; } = new();\n    [Remainder]\n    public OneHotEncoder Encode { get; init; } = new();"));

    [Fact]
    public Task UnusedColumns_AreTakenByTheChosenBranch() => Unused("Width", "Add [Remainder] to Scale").Makes(
        Features(Branches, "[|Features|]"),
        Features(Branches.Replace("public StandardScaler Scale", "[Remainder]\n    public StandardScaler Scale", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Width", new[] { "Add [Remainder] to Scale", "Add [Remainder] to Log" })]
    [InlineData("Width,Kind", new[] { "Add [Remainder] to Scale", "Add [Remainder] to Log", "Add [Remainder] to Encode" })]
    public async Task UnusedColumns_AreOfferedToBranchesThatReadTheirKind(string columns, string[] titles) =>
        Assert.Equal(titles, await Unused(columns, null).Titles(Features(Branches, "[|Features|]")));

    private const string Branches = """
            [Columns(nameof(Reading.Height))]
            public StandardScaler Scale { get; init; } = new();
            [Columns(nameof(Reading.Height))]
            public LogTransformer Log { get; init; } = new();
            [Columns(nameof(Reading.Kind))]
            public OneHotEncoder Encode { get; init; } = new();
        """;

    private static FixCase Unused(string columns, string? title) => new(new AddRemainderCodeFix(), "TT0109")
    {
        Marked = [FixCase.Properties(("Columns", columns))],
        Title = title,
    };

    private static string Features(string branches, string name = "Features") => Rows + $$"""
        [ColumnTransformer<Reading>]
        public sealed partial record {{name}}
        {
        {{branches}}
        }
        """;
}
