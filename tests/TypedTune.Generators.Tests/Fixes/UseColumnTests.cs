using TypedTune.CodeFixes;
using static TypedTune.Generators.Tests.Fixes.ColumnTransformers;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>TT0110, as the analyzer reports it.</summary>
public sealed class UseColumnTests
{
    private static FixCase Case { get; } = new(new UseColumnCodeFix(), "TT0110");

    [Theory]
    [InlineData("[ColumnTransformer<Reading>, DropColumns(nameof(Reading.Width), nameof(Reading.Kind))]", "[ColumnTransformer<Reading>, DropColumns(nameof(Reading.Kind))]")]
    [InlineData("[ColumnTransformer<Reading>, DropColumns(nameof(Reading.Kind), nameof(Reading.Width))]", "[ColumnTransformer<Reading>, DropColumns(nameof(Reading.Kind))]")]
    [InlineData("[ColumnTransformer<Reading>, DropColumns(nameof(Reading.Width))]", "[ColumnTransformer<Reading>]")]
    [InlineData("// Kept.\n[DropColumns(nameof(Reading.Width))]\n[ColumnTransformer<Reading>]", "// Kept.\n[ColumnTransformer<Reading>]")]
    public Task UsedColumn_IsNoLongerDropped(string before, string after) => Case.Makes(Features(before), Features(after));

    [Fact]
    public Task UsedColumns_AreNoLongerDroppedTogether() => Case.MakesOfAll(
        Features("[ColumnTransformer<Reading>, DropColumns(nameof(Reading.Height), nameof(Reading.Kind), nameof(Reading.Width))]"),
        Features("[ColumnTransformer<Reading>, DropColumns(nameof(Reading.Kind))]"));

    [Fact]
    public Task AttributeThatNamesUsedColumnsAlone_IsRemoved() => Case.MakesOfAll(
        Features("[ColumnTransformer<Reading>, DropColumns(nameof(Reading.Height), nameof(Reading.Width))]"),
        Features("[ColumnTransformer<Reading>]"));

    private static string Features(string attributes) => Rows + $$"""
        {{attributes}}
        public sealed partial record Features
        {
            [Columns(nameof(Reading.Height), nameof(Reading.Width))] public StandardScaler Scale { get; init; } = new();
        }
        """;
}
