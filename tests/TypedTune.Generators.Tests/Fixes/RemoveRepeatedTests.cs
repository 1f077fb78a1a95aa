using TypedTune.CodeFixes;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>TT1003.</summary>
public sealed class RemoveRepeatedTests
{
    private static FixCase Case { get; } = new(new RemoveRepeatedCodeFix(), "TT1003");

    [Theory]
    [InlineData("In(5, [|5|], 8)", "In(5, 8)")]
    [InlineData("In(5, 8, [|5|])", "In(5, 8)")]
    [InlineData("In([5, [|5|], 8])", "In([5, 8])")]
    [InlineData("In(new[] { 5, 8, [|5|] })", "In(new[] { 5, 8 })")]
    [InlineData("In(new int[] { 5, [|(int)5|], 8 })", "In(new int[] { 5, 8 })")]
    public Task RepeatedValue_IsRemoved(string before, string after) => Case.Makes(Use(before), Use(after));

    [Theory]
    [InlineData("In(5, [|5|], 8, [|8|], [|5|])", "In(5, 8)")]
    [InlineData("In([5, [|5|], [|5|]])", "In([5])")]
    [InlineData("In(new[] { 5, [|5|], 8, [|8|] })", "In(new[] { 5, 8 })")]
    public Task AllRepeatedValuesOfAList_AreRemovedTogether(string before, string after) => Case.MakesOfAll(Use(before), Use(after));

    [Theory]
    [InlineData("In(\n        5, // few\n        [|5|], // again\n        8) // many", "In(\n        5, // few\n        8) // many")]
    [InlineData("In(\n        5, // few\n        8, // many\n        [|5|]) // again", "In(\n        5, // few\n        8 // many\n        ) // again")]
    [InlineData("In(\n        5,\n        8,\n        [|5|])", "In(\n        5,\n        8)")]
    [InlineData("In([\n        5, // few\n        8, // many\n        [|5|], // again\n    ])", "In([\n        5, // few\n        8, // many\n    ])")]
    [InlineData("In([\n        5, // few\n        8, // many\n        [|5|] // again\n    ])", "In([\n        5, // few\n        8 // many\n    ])")]
    public Task RepeatedValueOnALineOfItsOwn_TakesItsLineAlong(string before, string after) => Case.Makes(Use(before), Use(after));

    [Fact]
    public Task ListThatStandsElsewhere_IsLeftAlone() => Case.OffersNothing("public static class Use { private static readonly int[] Sizes = [5, 5]; public static void Run() => _ = ClusterSimilarity.Space.Clusters.In(Sizes); }");

    private static string Use(string space) => $$"""
        public static class Use
        {
            public static void Run() => _ = ClusterSimilarity.Space.Clusters.{{space}}
            ;
        }
        """;
}
