using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Samplers;

public sealed class RandomSamplerTests
{
    private static readonly Settings.Hyperparameters<Settings> P = Settings.Space;

    [Fact]
    public void Grid_IsDrawnWithoutReplacement()
    {
        var grid = Toy.Space.All();

        var drawn = RandomSampler.Draw(grid, 100, Seed.Of(1)).ToArray();

        Assert.Equal(100, drawn.Distinct().Count());
        Assert.All(drawn, toy => Assert.Contains(toy, grid));
    }

    [Theory]
    [InlineData(600)]
    [InlineData(5000)]
    public void GridNoLargerThanAskedFor_IsDrawnAsAWhole(int count)
    {
        var grid = Toy.Space.All();

        Assert.Equal(grid.ToHashSet(), RandomSampler.Draw(grid, count, Seed.Of(1)).ToHashSet());
        Assert.Equal(600, RandomSampler.Draw(grid, count, Seed.Of(1)).Count());
    }

    [Fact]
    public void EveryPoint_IsDrawnFirstAndLastAsOften()
    {
        var grid = Toy.Space.Height.Uniform(0, 9);
        var orders = Enumerable.Range(0, 5000).Select(seed => RandomSampler.Draw(grid, 10, Seed.Of(seed)).ToArray()).ToArray();

        foreach (int place in new[] { 0, 9 })
            Assert.All(orders.CountBy(order => order[place].Height), pair => Assert.InRange(pair.Value, 390, 610));
    }

    [Fact]
    public void EqualSeeds_DrawEqualConfigurationsAndOtherSeedsOthers()
    {
        foreach (var space in new[] { P.All(), P.Count.Uniform(1, 100), P.Ticks.Uniform(0, long.MaxValue).Where(settings => settings.Ticks % 2 == 0) })
        {
            Assert.Equal(RandomSampler.Draw(space, 20, Seed.Of(3)), RandomSampler.Draw(space, 20, Seed.Of(3)));
            Assert.NotEqual(RandomSampler.Draw(space, 20, Seed.Of(3)), RandomSampler.Draw(space, 20, Seed.Of(4)));
        }
    }

    [Fact]
    public void FewerDraws_AreTheFirstOfMore()
    {
        foreach (var space in new[] { P.All(), P.Count.Uniform(1, 100) })
            Assert.Equal(RandomSampler.Draw(space, 30, Seed.Of(3)).Take(10), RandomSampler.Draw(space, 10, Seed.Of(3)));
    }

    [Fact]
    public void CountedGrid_IsDrawnFromAsAnUncountedOne()
    {
        var grid = P.Ticks.Uniform(0, 1_500_000).Where(settings => settings.Ticks % 2 == 0);
        var before = RandomSampler.Draw(grid, 5, Seed.Of(3)).ToArray();

        Assert.Equal(750_001, grid.Count);

        Assert.Equal(before, RandomSampler.Draw(grid, 5, Seed.Of(3)));
    }

    [Fact]
    public void Continuum_IsDrawnIndependently()
    {
        var drawn = RandomSampler.Draw(P.Share.Uniform(0, 1) * P.IsFast.Any(), 4000, Seed.Of(2)).ToArray();

        Assert.Equal(4000, drawn.Distinct().Count());
        Assert.Equal(0.5, drawn.Average(settings => settings.Share), 0.02);
        Assert.Equal(0.25, drawn.Where(settings => settings.IsFast).Sum(settings => settings.Share) / 4000, 0.03);
    }

    [Fact]
    public void FilteredGrid_GivesAllItAdmitsAndNoMore()
    {
        var grid = Toy.Space.All().Where(toy => toy.Height + toy.Width == 9);

        Assert.Equal(grid.ToHashSet(), RandomSampler.Draw(grid, 1000, Seed.Of(1)).ToHashSet());
    }

    [Fact]
    public void LargeFilteredGridOfFewDistinctPoints_EndsOnceNothingNewIsFound()
    {
        int[] same = [.. Enumerable.Repeat(5, 1100)];
        var grid = P.Count.In(same) * P.Ticks.In([.. same.Select(value => (long)value)]) * P.IsFast.Any();

        var drawn = RandomSampler.Draw(grid.Where(settings => settings.Count == 5), 10, Seed.Of(1));

        Assert.Equal([false, true], drawn.Select(settings => settings.IsFast).Order());
    }

    [Fact]
    public void ConditionThatAdmitsNothing_IsRefusedOnAContinuumAndEmptyOnAGrid()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => RandomSampler.Draw(P.Share.Uniform(0, 1).Where(_ => false), 1, Seed.Of(1)).ToArray());

        Assert.Equal("The condition of Where admitted none of 10000 points in a row. Loosen it, or narrow the space to where it holds.", exception.Message);
        Assert.Empty(RandomSampler.Draw(P.Count.Uniform(1, 9).Where(_ => false), 1, Seed.Of(1)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    public void WholeNumbersOnALogScale_AreDrawnToTheLast(int high)
    {
        var space = P.Ticks.LogUniform(1, high);

        Assert.Equal(high, RandomSampler.Draw(space, high + 5, Seed.Of(1)).Count());
    }

    [Fact]
    public void WholeNumbersThatAreNeverDrawn_DoNotHang() =>
        Assert.InRange(RandomSampler.Draw(P.Count.Normal(50, 1), 100, Seed.Of(1)).Count(), 8, 20);

    [Fact]
    public void MixedSum_DrawsEveryTerm()
    {
        var space = P.Share.Uniform(0, 1) + P.Name.In("a", "b") + P.Count.In(7);

        var drawn = RandomSampler.Draw(space, 50, Seed.Of(1)).ToArray();

        Assert.Equal(50, drawn.Length);
        Assert.Contains(drawn, settings => settings.Name == "a");
        Assert.Contains(drawn, settings => settings.Count == 7);
    }
}
