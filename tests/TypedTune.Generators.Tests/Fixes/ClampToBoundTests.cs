using TypedTune.CodeFixes;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>TT0006 and TT1001.</summary>
public sealed class ClampToBoundTests
{
    private static FixCase Case(string rule, params string[] clamped) => new(new ClampToBoundCodeFix(), rule)
    {
        Marked = [.. clamped.Select(value => FixCase.Properties(("Clamped", value)))],
    };

    [Theory]
    [InlineData("In(5, [|0|] /* none */, 8)", "1", "In(5, 1 /* none */, 8)")]
    [InlineData("In([5, [|-1|]])", "1", "In([5, 1])")]
    [InlineData("Uniform(high: 10, low: [|0|])", "1", "Uniform(high: 10, low: 1)")]
    [InlineData("In(new[] { [|int.MinValue|] })", "1", "In(new[] { 1 })")]
    public Task ConstantInASpace_BecomesTheNearestLegal(string before, string clamped, string after) => Case("TT1001", clamped).Makes(
        Use(before), Use(after));

    [Fact]
    public Task AllConstants_BecomeLegal() => Case("TT1001", "1", "1", "2").MakesOfAll(
        Use("In([|0|], [|-5|], [|-6|])"), Use("In(1, 1, 2)"));

    [Theory]
    [InlineData("public int Size { get; init; } = [|0|]; // none")]
    [InlineData("public int [|Size|] { get; init; } = 0; // none")]
    public Task Default_BecomesTheNearestLegal(string before) => Case("TT0006", "1").Makes(
        $$"""public partial record Options { [Hyperparameter(Min = 1)] {{before}} }""".Replace("none }", "none\n}", StringComparison.Ordinal),
        "public partial record Options { [Hyperparameter(Min = 1)] public int Size { get; init; } = 1; // none\n}");

    [Fact]
    public Task ConstantWithoutANearestLegal_IsLeftAlone() => new FixCase(new ClampToBoundCodeFix(), "TT1001") { Marked = [FixCase.Properties()] }.OffersNothing(
        "public static class Use { public static void Run() => _ = ClusterSimilarity.Space.Gamma.LogUniform([|0|], 1); }");

    private static string Use(string call) => $$"""
        public static class Use
        {
            public static void Run() => _ = ClusterSimilarity.Space.Clusters.{{call}};
        }
        """;
}
