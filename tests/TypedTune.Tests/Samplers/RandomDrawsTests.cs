using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Samplers;

public sealed class RandomDrawsTests
{
    private static readonly Settings.Hyperparameters<Settings> P = Settings.Space;

    [Fact]
    public void Grid_IsDrawnWithoutReplacement()
    {
        var grid = Toy.Space.All();

        var drawn = RandomDraws.From(grid, Seed.Of(1)).Take(100).ToArray();

        Assert.Equal(100, drawn.Distinct().Count());
        Assert.All(drawn, toy => Assert.Contains(toy, grid));
    }

    [Theory]
    [InlineData(600)]
    [InlineData(5000)]
    public void GridNoLargerThanAskedFor_IsDrawnAsAWhole(int count)
    {
        var grid = Toy.Space.All();

        Assert.Equal(grid.ToHashSet(), RandomDraws.From(grid, Seed.Of(1)).Take(count).ToHashSet());
        Assert.Equal(600, RandomDraws.From(grid, Seed.Of(1)).Take(count).Count());
    }

    [Fact]
    public void EveryPoint_IsDrawnFirstAndLastAsOften()
    {
        var grid = Toy.Space.Height.Uniform(0, 9);
        var orders = Enumerable.Range(0, 5000).Select(seed => RandomDraws.From(grid, Seed.Of(seed)).Take(10).ToArray()).ToArray();

        foreach (int place in new[] { 0, 9 })
            Assert.All(orders.CountBy(order => order[place].Height), pair => Assert.InRange(pair.Value, 390, 610));
    }

    [Fact]
    public void EqualSeeds_DrawEqualConfigurationsAndOtherSeedsOthers()
    {
        foreach (var space in new[] { P.All(), P.Count.Uniform(1, 100), P.Ticks.Uniform(0, long.MaxValue).Where(settings => settings.Ticks % 2 == 0) })
        {
            Assert.Equal(RandomDraws.From(space, Seed.Of(3)).Take(20), RandomDraws.From(space, Seed.Of(3)).Take(20));
            Assert.NotEqual(RandomDraws.From(space, Seed.Of(3)).Take(20), RandomDraws.From(space, Seed.Of(4)).Take(20));
        }
    }

    [Fact]
    public void FewerDraws_AreTheFirstOfMore()
    {
        foreach (var space in new[] { P.All(), P.Count.Uniform(1, 100) })
            Assert.Equal(RandomDraws.From(space, Seed.Of(3)).Take(30).Take(10), RandomDraws.From(space, Seed.Of(3)).Take(10));
    }

    [Fact]
    public void CountedGrid_IsDrawnFromAsAnUncountedOne()
    {
        var grid = P.Ticks.Uniform(0, 1_500_000).Where(settings => settings.Ticks % 2 == 0);
        var before = RandomDraws.From(grid, Seed.Of(3)).Take(5).ToArray();

        Assert.Equal(750_001, grid.Count);

        Assert.Equal(before, RandomDraws.From(grid, Seed.Of(3)).Take(5));
    }

    [Fact]
    public void Continuum_IsDrawnIndependently()
    {
        var drawn = RandomDraws.From(P.Share.Uniform(0, 1) * P.IsFast.Any(), Seed.Of(2)).Take(4000).ToArray();

        Assert.Equal(4000, drawn.Distinct().Count());
        Assert.Equal(0.5, drawn.Average(settings => settings.Share), 0.02);
        Assert.Equal(0.25, drawn.Where(settings => settings.IsFast).Sum(settings => settings.Share) / 4000, 0.03);
    }

    [Fact]
    public void FilteredGrid_GivesAllItAdmitsAndNoMore()
    {
        var grid = Toy.Space.All().Where(toy => toy.Height + toy.Width == 9);

        Assert.Equal(grid.ToHashSet(), RandomDraws.From(grid, Seed.Of(1)).Take(1000).ToHashSet());
    }

    [Fact]
    public void LargeFilteredGridOfFewDistinctPoints_EndsOnceNothingNewIsFound()
    {
        int[] same = [.. Enumerable.Repeat(5, 1100)];
        var grid = P.Count.In(same) * P.Ticks.In([.. same.Select(value => (long)value)]) * P.IsFast.Any();

        var drawn = RandomDraws.From(grid.Where(settings => settings.Count == 5), Seed.Of(1)).Take(10);

        Assert.Equal([false, true], drawn.Select(settings => settings.IsFast).Order());
    }

    [Fact]
    public void ConditionThatAdmitsNothing_IsRefusedOnAContinuumAndEmptyOnAGrid()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => RandomDraws.From(P.Share.Uniform(0, 1).Where(_ => false), Seed.Of(1)).Take(1).ToArray());

        Assert.Equal("The condition of Where admitted none of 10000 points in a row. Loosen it, or narrow the space to where it holds.", exception.Message);
        Assert.Empty(RandomDraws.From(P.Count.Uniform(1, 9).Where(_ => false), Seed.Of(1)).Take(1));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    public void WholeNumbersOnALogScale_AreDrawnToTheLast(int high)
    {
        var space = P.Ticks.LogUniform(1, high);

        Assert.Equal(high, RandomDraws.From(space, Seed.Of(1)).Take(high + 5).Count());
    }

    [Fact]
    public void WholeNumbersThatAreNeverDrawn_DoNotHang() =>
        Assert.InRange(RandomDraws.From(P.Count.Normal(50, 1), Seed.Of(1)).Take(100).Count(), 8, 20);

    [Fact]
    public void MixedSum_DrawsEveryTerm()
    {
        var space = P.Share.Uniform(0, 1) + P.Name.In("a", "b") + P.Count.In(7);

        var drawn = RandomDraws.From(space, Seed.Of(1)).Take(50).ToArray();

        Assert.Equal(50, drawn.Length);
        Assert.Contains(drawn, settings => settings.Name == "a");
        Assert.Contains(drawn, settings => settings.Count == 7);
    }
}
