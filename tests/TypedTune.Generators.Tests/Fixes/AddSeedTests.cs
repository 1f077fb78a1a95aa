using TypedTune.CodeFixes;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>TT1006.</summary>
public sealed class AddSeedTests
{
    private static FixCase Case { get; } = new(new AddSeedCodeFix(), "TT1006") { Marked = [FixCase.Properties()] };

    [Theory]
    [InlineData("[|new()|];", "new() { Seed = 42 };")]
    [InlineData("[|new RandomForestRegressor()|]; // forest", "new RandomForestRegressor() { Seed = 42 }; // forest")]
    [InlineData("new [|RandomForestRegressor|] { };", "new RandomForestRegressor { Seed = 42 };")]
    [InlineData("[|new() { Trees = 50 }|];", "new() { Trees = 50, Seed = 42 };")]
    [InlineData("[|new() { Trees = 50, }|];", "new() { Trees = 50, Seed = 42, };")]
    public Task Creation_IsSeeded(string before, string after) => Case.Makes(Use(before), Use(after));

    [Theory]
    [InlineData("")]
    [InlineData(",")]
    public Task CreationOverSeveralLines_GetsALineMore(string comma) => Case.Makes(
        Use($$"""
            [|new()
                {
                    MaxDepth = 2,
                    Trees = 50{{comma}} // enough
                }|];
            """),
        Use($$"""
            new()
                {
                    MaxDepth = 2,
                    Trees = 50, // enough
                    Seed = 42{{comma}}
                };
            """));

    [Fact]
    public Task SeededCreation_IsLeftAlone() => Case.OffersNothing(Use("[|new() { Seed = 0 }|];"));

    [Fact]
    public Task AllCreations_AreSeeded() => Case.MakesOfAll(
        Use("[|new()|];") + "\npublic static class More { public static DecisionTreeRegressor[] Trees { get; } = [[|new()|], [|new() { MaxDepth = 3 }|]]; }",
        Use("new() { Seed = 42 };") + "\npublic static class More { public static DecisionTreeRegressor[] Trees { get; } = [new() { Seed = 42 }, new() { MaxDepth = 3, Seed = 42 }]; }");

    private static string Use(string creation) => $$"""
        public static class Use
        {
            public static RandomForestRegressor Forest { get; } = {{creation}}
        }
        """;
}
