using TypedTune.CodeFixes;
using static TypedTune.Generators.Tests.Fixes.ColumnTransformers;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>TT0109.</summary>
public sealed class DropColumnsTests
{
    private static FixCase Case { get; } = new(new DropColumnsCodeFix(), "TT0109") { Marked = [FixCase.Properties(("Columns", "Width,Kind"))] };

    [Fact]
    public Task UnusedColumns_AreDropped() => Case.Makes(
        Features("// Kept.\n[ColumnTransformer<Reading>]", "[|Features|]"),
        Features("// Kept.\n[ColumnTransformer<Reading>]\n[DropColumns(nameof(Reading.Width), nameof(Reading.Kind))]", "Features"));

    [Fact]
    public Task UnusedColumns_JoinThoseDroppedAlready() => new FixCase(new DropColumnsCodeFix(), "TT0109") { Marked = [FixCase.Properties(("Columns", "Kind"))] }.Makes(
        Features("[ColumnTransformer<Reading>]\n[DropColumns(nameof(Reading.Width))]", "[|Features|]"),
        Features("[ColumnTransformer<Reading>]\n[DropColumns(nameof(Reading.Width), nameof(Reading.Kind))]", "Features"));

    [Fact]
    public Task UnusedColumnsOfAllTypes_AreDropped() => Case.MakesOfAll(
        Features("[ColumnTransformer<Reading>]", "[|A|]") + Type("[ColumnTransformer<Reading>]", "[|B|]"),
        Features("[ColumnTransformer<Reading>]\n[DropColumns(nameof(Reading.Width), nameof(Reading.Kind))]", "A") + Type("[ColumnTransformer<Reading>]\n[DropColumns(nameof(Reading.Width), nameof(Reading.Kind))]", "B"));

    [Theory]
    [InlineData("Readings.Reading", "Readings.Reading")]
    [InlineData("global::Readings.Reading", "Readings.Reading")]
    public Task RowTypeOfAnotherNamespace_IsNamedInFull(string row, string name) => Case.Makes(
        Namespaced($"[ColumnTransformer<{row}>]", "[|Features|]"),
        Namespaced($"[ColumnTransformer<{row}>]\n    [DropColumns(nameof({name}.Width), nameof({name}.Kind))]", "Features"));

    private static string Namespaced(string attributes, string name) => $$"""
        namespace Readings
        {
        {{Rows}}
        }
        namespace Models
        {
            {{attributes}}
            public sealed partial record {{name}}
            {
                [Columns("Height")] public StandardScaler Scale { get; init; } = new();
            }
        }
        """;

    private static string Features(string attributes, string name) => Rows + Type(attributes, name);

    private static string Type(string attributes, string name) => $$"""
        {{attributes}}
        public sealed partial record {{name}}
        {
            [Columns(nameof(Reading.Height))]
            public StandardScaler Scale { get; init; } = new();
        }
        """;
}
