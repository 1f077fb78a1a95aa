using TypedTune.CodeFixes;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>TT0003.</summary>
public sealed class SwapBoundsTests
{
    private static FixCase Case { get; } = new(new SwapBoundsCodeFix(), "TT0003");

    [Fact]
    public Task BoundsTheWrongWayRound_ChangePlaces() => Case.Makes(
        Options("Min = 5 /* from */, MaxExclusive = true, Max = 3 /* to */"),
        Options("Min = 3 /* from */, MaxExclusive = true, Max = 5 /* to */"));

    [Theory]
    [InlineData("Min = 5, Max = 5, MinExclusive = true")]
    [InlineData("Min = 5, Max = 6.0, MinExclusive = true, MaxExclusive = true")]
    [InlineData("Min = double.PositiveInfinity, Max = double.PositiveInfinity, MaxExclusive = true")]
    public Task BoundsInOrder_AreLeftAlone(string bounds) => Case.OffersNothing(Options(bounds));

    [Fact]
    public Task AllBounds_ChangePlaces() => Case.MakesOfAll(
        "public sealed partial record Options { [Hyperparameter(Min = 5, Max = 3)] public int A { get; init; } [Hyperparameter(Max = 0.5, Min = 1)] public double B { get; init; } }",
        "public sealed partial record Options { [Hyperparameter(Min = 3, Max = 5)] public int A { get; init; } [Hyperparameter(Max = 1, Min = 0.5)] public double B { get; init; } }");

    private static string Options(string bounds) => $$"""
        public sealed partial record Options
        {
            [Hyperparameter({{bounds}})]
            public int Size { get; init; } = 4;
        }
        """;
}
