using TypedTune.CodeFixes;
using static TypedTune.Generators.Tests.Fixes.ColumnTransformers;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>TT0104.</summary>
public sealed class RenameColumnTests
{
    private static FixCase Case(params string[] suggestions) => new(new RenameColumnCodeFix(), "TT0104")
    {
        Marked = [.. suggestions.Select(suggestion => FixCase.Properties(("Suggestion", suggestion)))],
    };

    [Theory]
    [InlineData("[|\"Hight\"|] /* tall */, nameof(Reading.Width)", "nameof(Reading.Height) /* tall */, nameof(Reading.Width)")]
    [InlineData("[|nameof(Reading.Weight)|]", "nameof(Reading.Height)")]
    public Task UnknownColumn_BecomesTheOneMeant(string before, string after) => Case("Height").Makes(Features(before), Features(after));

    [Fact]
    public Task AllUnknownColumns_BecomeThoseMeant() => Case("Height", "Width").MakesOfAll(
        Features("[|\"Hight\"|], [|\"Wdth\"|]"),
        Features("nameof(Reading.Height), nameof(Reading.Width)"));

    [Fact]
    public async Task ColumnWithoutASuggestionOrPlace_IsLeftAlone()
    {
        await new FixCase(new RenameColumnCodeFix(), "TT0104") { Marked = [FixCase.Properties()] }.OffersNothing(Features("[|\"Age\"|]"));
        await Case("Height").OffersNothing(Features("\"Hight\"").Replace("Scale", "[|Scale|]", StringComparison.Ordinal));
    }

    private static string Features(string columns) => Rows + $$"""
        [ColumnTransformer<Reading>]
        public sealed partial record Features
        {
            [Columns({{columns}})]
            public StandardScaler Scale { get; init; } = new();
        }
        """;
}
