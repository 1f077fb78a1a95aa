using System.Numerics;

namespace TypedTune.Tests.Spaces;

public sealed class GridTests
{
    [Fact]
    public void Product_VariesItsLastFactorFastest()
    {
        var p = Toy.Space;

        var grid = p.Height.In(1, 2) * p.Width.In(7, 8);

        Assert.Equal([(1, 7), (1, 8), (2, 7), (2, 8)], grid.Select(toy => (toy.Height, toy.Width)));
    }

    [Fact]
    public void OverlappingTerms_CountRepeatsButKnowTheDistinct()
    {
        var p = Toy.Space;

        var grid = (p.Height.In(5, 8, 9) * p.Width.In(4, 6, 8)) + (p.Height.In(9, 1) * p.Width.In(6, 8, 9));

        Assert.Equal(15, grid.Count);
        Assert.Equal(13, grid.CountDistinct());
    }

    [Fact]
    public void SpacesOfSeparateCalls_Combine() =>
        Assert.Equal(4, (Toy.Space.Height.In(1, 2) * Toy.Space.Width.In(1, 2)).Count);

    [Fact]
    public void TrillionsOfPoints_CostNothingUntilVisited()
    {
        var p = Settings.Space;

        var grid = p.Ticks.Uniform(0, 999_999_999_999) * p.Count.Uniform(1, 100) * p.Share.Uniform(0, 1, 0.001);

        Assert.Equal(BigInteger.Parse("100100000000000000"), grid.Count);
        Assert.Equal(new Settings { Ticks = 999_999_999_999, Count = 100, Share = 1 }, grid[grid.Count - 1]);
        Assert.Equal(new Settings { Ticks = 0, Count = 1, Share = 0.001 }, grid[1]);
        Assert.Equal(3, grid.Take(3).Count());
    }

    [Fact]
    public void TrillionsOfPointsUnderACondition_AreVisitedOnlyAsFarAsAskedFor()
    {
        var grid = Settings.Space.Ticks.Uniform(0, 999_999_999_999).Where(settings => settings.Ticks % 10 == 3);

        Assert.Equal(3, grid[0].Ticks);
        Assert.Equal(43, grid[4].Ticks);
        Assert.Equal([3, 13], grid.Take(2).Select(settings => settings.Ticks));
    }

    [Fact]
    public void EveryLong_IsAGrid()
    {
        var grid = Settings.Space.Ticks.Uniform(long.MinValue, long.MaxValue);

        Assert.Equal(BigInteger.One << 64, grid.Count);
        Assert.Equal(long.MinValue, grid[0].Ticks);
        Assert.Equal(long.MaxValue, grid[grid.Count - 1].Ticks);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void IndexOutside_IsRefused(int index)
    {
        var grid = Toy.Space.Height.In(1, 2, 3);

        foreach (var either in new[] { grid, grid.Where(_ => true) })
        {
            var exception = Assert.Throws<ArgumentOutOfRangeException>(() => either[index]);
            Assert.StartsWith($"The index must be at least 0 and below 3, but is {index}.", exception.Message);
        }
    }

    [Fact]
    public void RepeatedValue_GivesARepeatedPoint() => Assert.Equal([4, 4, 2], Toy.Space.Height.In(4, 4, 2).Select(toy => toy.Height));

    [Fact]
    public void ManyTerms_AreOneGrid()
    {
        var terms = Enumerable.Range(0, 500).Select(i => Settings.Space.Ticks.In(i)).ToArray();

        var grid = terms.Skip(1).Aggregate(terms[0], (sum, term) => sum + term);

        Assert.Equal(500, grid.Count);
        Assert.Equal(Enumerable.Range(0, 500).Select(i => (long)i), grid.Select(settings => settings.Ticks));
    }

    [Fact]
    public void Condition_IsAskedOnceAPoint()
    {
        int asked = 0;
        var grid = Toy.Space.Height.Uniform(0, 9).Where(toy =>
        {
            asked++;
            return toy.Height % 2 == 0;
        });

        Assert.Equal(5, grid.Count);
        Assert.Equal(5, grid.Count());
        Assert.Equal(8, grid[4].Height);
        Assert.Equal(10, asked);
    }

    [Fact]
    public void ConditionThatThrowsOnce_LeavesNoGapBehind()
    {
        bool throws = true;
        var grid = Toy.Space.Height.Uniform(0, 9).Where(toy =>
        {
            if (toy.Height == 4 && throws)
                throw new FormatException("four");
            return toy.Height % 2 == 0;
        });

        Assert.Equal("four", Assert.Throws<FormatException>(() => grid.Count).Message);
        throws = false;

        Assert.Equal([0, 2, 4, 6, 8], grid.Select(toy => toy.Height));
    }

    [Fact]
    public void FilteredGrid_CanBeVisitedFromManyThreads()
    {
        var grid = Toy.Space.All().Where(toy => toy.Height != 3);
        int[] counts = new int[8];

        Parallel.For(0, counts.Length, i => counts[i] = grid.Count());

        Assert.All(counts, count => Assert.Equal((int)grid.Count, count));
    }

    [Fact]
    public void Cardinality_OfAFilteredGridStaysUnknown()
    {
        var grid = Toy.Space.Height.Uniform(0, 9).Where(toy => toy.Height > 3);

        Assert.Equal(6, grid.Count);
        Assert.Null(grid.Cardinality);
    }
}
