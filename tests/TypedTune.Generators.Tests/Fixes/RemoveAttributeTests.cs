using TypedTune.CodeFixes;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>TT0011.</summary>
public sealed class RemoveAttributeTests
{
    private static FixCase Case { get; } = new(new RemoveAttributeCodeFix(), "TT0011") { Marked = [FixCase.Properties()] };

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
    [InlineData("[Columns([|\"A\"|])] public int Size")]
    [InlineData("public int [|Size|]")]
    public Task PlaceThatIsNoAttribute_IsLeftAlone(string property) => Case.OffersNothing(Options(property));

    private static string Options(string property) => $$"""
        public sealed record Options
        {
            {{property}} { get; init; }
        }
        """;
}
