using Microsoft.CodeAnalysis.CodeFixes;
using TypedTune.CodeFixes;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>TT0203.</summary>
public sealed class MarkRowTests
{
    private static FixCase Case { get; } = new(new MarkRowCodeFix(), "TT0203");

    [Theory]
    [InlineData("public sealed record Reading", "[Row]\npublic sealed partial record Reading")]
    [InlineData("/// <summary>Kept.</summary>\n[Serializable]\nrecord Reading", "/// <summary>Kept.</summary>\n[Serializable]\n[Row]\npartial record Reading")]
    public Task TypeOfAColumnTransformer_BecomesARow(string before, string after) => Case.Makes(
        before + " { public double Height { get; init; } }" + Features("Features"),
        after + " { public double Height { get; init; } }" + Features("Features"));

    [Fact]
    public Task TypeOfSeveralColumnTransformers_BecomesARowOnce() => Case.MakesOfAll(
        FixAllScope.Solution,
        [Features("A") + Features("B"), "public sealed partial record Reading { public double Height { get; init; } }"],
        [Features("A") + Features("B"), "[Row]\npublic sealed partial record Reading { public double Height { get; init; } }"]);

    [Fact]
    public Task TypeFromElsewhere_IsLeftAlone() => Case.OffersNothing(Features("A").Replace("Reading", "Uri", StringComparison.Ordinal));

    private static string Features(string name) => $$"""

        [ColumnTransformer<Reading>]
        sealed partial record {{name}}
        {
            [Columns("Height")] public StandardScaler Scale { get; init; } = new();
        }
        """;
}
