using TypedTune.CodeFixes;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>TT1002.</summary>
public sealed class SwapEndsTests
{
    private static FixCase Case { get; } = new(new SwapEndsCodeFix(), "TT1002") { Marked = [FixCase.Properties()] };

    [Theory]
    [InlineData("Clusters.Uniform([|49|], 3)", "Clusters.Uniform(3, 49)")]
    [InlineData("Clusters.Uniform([|49, 3|], 2)", "Clusters.Uniform(3, 49, 2)")]
    [InlineData("Clusters.[|Uniform|](high: 3, low: 49)", "Clusters.Uniform(high: 49, low: 3)")]
    [InlineData("Clusters.Uniform(49 /* from */, [|3|] /* to */)", "Clusters.Uniform(3 /* from */, 49 /* to */)")]
    [InlineData("Gamma.LogUniform(high: 1e-3, [|low: 1|])", "Gamma.LogUniform(high: 1, low: 1e-3)")]
    public Task Ends_ChangePlaces(string before, string after) => Case.Makes(Use(before), Use(after));

    [Fact]
    public Task AllEndsOfADocument_ChangePlaces() => Case.MakesOfAll(
        Use("Clusters.Uniform([|49|], 3) * ClusterSimilarity.Space.Gamma.Uniform([|2|], 1)"),
        Use("Clusters.Uniform(3, 49) * ClusterSimilarity.Space.Gamma.Uniform(1, 2)"));

    [Fact]
    public Task CallWithoutEnds_IsLeftAlone() => Case.OffersNothing(Use("Clusters.In([|5|], 3)"));

    private static string Use(string space) => $$"""
        public static class Use
        {
            public static void Run() => _ = ClusterSimilarity.Space.{{space}};
        }
        """;
}
