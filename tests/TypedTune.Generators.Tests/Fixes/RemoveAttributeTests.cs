using TypedTune.CodeFixes;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>TT0011 and TT0110.</summary>
public sealed class RemoveAttributeTests
{
    private static FixCase Case { get; } = new(new RemoveAttributeCodeFix(), "TT0110") { Marked = [FixCase.Properties()] };

    [Theory]
    [InlineData("[ [|Remainder|]] public int Size", "public int Size")]
    [InlineData("[ [|Remainder|], Obsolete] public int Size", "[ Obsolete] public int Size")]
    [InlineData("[Obsolete, [|Remainder|]] public int Size", "[Obsolete] public int Size")]
    [InlineData("[Obsolete]\n    [ [|Columns(\"A\")|] ]\n    public int Size", "[Obsolete]\n    public int Size")]
    [InlineData("/// <summary>Rows.</summary>\n    // Kept.\n    [ [|Remainder|]]\n    public int Size", "/// <summary>Rows.</summary>\n    // Kept.\n    public int Size")]
    [InlineData("/// <summary>Rows.</summary>\n    [ [|Remainder|] ]\n    [Obsolete]\n    public int Size", "/// <summary>Rows.</summary>\n    [Obsolete]\n    public int Size")]
    [InlineData("[Obsolete]\n    // Kept.\n    [ [|Remainder|] ]\n    public int Size", "[Obsolete]\n    // Kept.\n    public int Size")]
    public Task AttributeWithoutEffect_IsRemoved(string before, string after) => Case.Makes(Options(before), Options(after));

    [Theory]
    [InlineData("[ [|Remainder|]] [ [|Columns|]] public int Size", "public int Size")]
    [InlineData("[ [|Remainder|], [|Columns|]] public int Size", "public int Size")]
    public Task AllAttributesOfAProperty_AreRemovedTogether(string before, string after) => Case.MakesOfAll(Options(before), Options(after));

    [Theory]
    [InlineData("[Columns([|\"A\"|])] public int Size", "public int Size")]
    [InlineData("[Columns(\"A\", [|\"B\"|], \"C\")] public int Size", "[Columns(\"A\", \"C\")] public int Size")]
    public Task NameWithoutEffect_IsRemoved(string before, string after) => Case.Makes(Options(before), Options(after));

    [Fact]
    public Task PlaceThatIsNoAttribute_IsLeftAlone() => Case.OffersNothing(Options("public int [|Size|]"));

    [Fact]
    public Task ColumnThatIsDroppedAndUsed_IsNotDropped() => new FixCase(new RemoveAttributeCodeFix(), "TT0110").Makes(
        Rows + "[ColumnTransformer<Reading>, DropColumns(nameof(Reading.Width), nameof(Reading.Height))] public sealed partial record Features { [Columns(nameof(Reading.Height))] public StandardScaler Scale { get; init; } = new(); }",
        Rows + "[ColumnTransformer<Reading>, DropColumns(nameof(Reading.Width))] public sealed partial record Features { [Columns(nameof(Reading.Height))] public StandardScaler Scale { get; init; } = new(); }");

    private const string Rows = "[Row] public sealed partial record Reading { public double Height { get; init; } public double Width { get; init; } [Target] public double Weight { get; init; } }\n";

    private static string Options(string property) => $$"""
        public sealed record Options
        {
            {{property}} { get; init; }
        }
        """;
}
