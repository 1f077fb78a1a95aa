namespace TypedTune.Tests.Spaces;

/// <summary>The map from the unit cube, which is all that a sampler knows of a space.</summary>
public sealed class UnitCubeTests
{
    [Fact]
    public void Ends_AreTheFirstAndTheLastPoint()
    {
        var grid = Toy.Space.Height.In(3, 1, 2) * Toy.Space.Shade.Any();

        Assert.Equal(grid[0], Point(grid, 0, 0));
        Assert.Equal(grid[grid.Count - 1], Point(grid, 1, 1));
    }

    [Fact]
    public void EqualVolumes_AreEquallyLikely()
    {
        var grid = Toy.Space.Height.Uniform(0, 9);

        var heights = Enumerable.Range(0, 1000).Select(i => Point(grid, (i + 0.5) / 1000).Height);

        Assert.All(heights.CountBy(height => height), pair => Assert.Equal(100, pair.Value));
    }

    [Fact]
    public void FiniteSum_TakesEveryPointAsOften()
    {
        var grid = Toy.Space.Height.Uniform(0, 8) + Toy.Space.Shade.In(Shade.Blue);

        var points = Enumerable.Range(0, 1000).Select(i => Point(grid, (i + 0.5) / 1000, i * 7 % 1000 / 1000.0, 0.5)).ToArray();

        Assert.Equal(100, points.Count(toy => toy.Shade == Shade.Blue));
        Assert.Equal(10, points.Distinct().Count());
    }

    [Fact]
    public void SumWithAFilteredTerm_TakesEveryAdmittedPointAsOften()
    {
        var grid = Toy.Space.Height.Uniform(0, 9).Where(toy => toy.Height == 0 || toy.Height == 9) + Toy.Space.Width.In(1, 2);
        var random = Seed.Of(3).Stream();
        var counts = new Dictionary<Toy, int>();
        for (int i = 0; i < 24_000; i++)
        {
            if (grid.TryPoint([random.NextDouble(), random.NextDouble(), random.NextDouble()], out var toy))
                counts[toy] = counts.GetValueOrDefault(toy) + 1;
        }

        // Four of twelve points are admitted, 2000 draws each.
        Assert.Equal(4, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 1800, 2200));
    }

    [Fact]
    public void SumWithAFilteredTrillion_IsNotVisitedToBeDrawnFrom()
    {
        var grid = Settings.Space.Ticks.Uniform(0, 999_999_999_999).Where(settings => settings.Ticks % 2 == 0) + Settings.Space.Count.In(7);

        Assert.Equal(500_000_000_000, Point(grid, 0.3, 0.5, 0).Ticks);
    }

    [Theory]
    [InlineData(0.1, 0)]
    [InlineData(0.5, 1)]
    [InlineData(0.9, 2)]
    public void SumWithAContinuum_TakesEveryTermAsOftenHoweverItIsGrouped(double coordinate, int term)
    {
        var p = Settings.Space;
        Space<Settings> a = p.Count.In(20), b = p.Name.In("b"), c = p.Free.Uniform(3, 4);

        foreach (var sum in new[] { (a + b) + c, a + (b + c) })
        {
            Assert.Equal(4, sum.Dimensions);
            var point = Point(sum, coordinate, 0.5, 0.5, 0.5);
            Assert.Equal([term == 0, term == 1, term == 2], [point.Count == 20, point.Name == "b", point.Free != 0]);
        }
    }

    [Fact]
    public void Dimensions_AreAFactorEachAndATermEachAndOneToChoose()
    {
        var p = Settings.Space;

        Assert.Equal(0, Grid<Settings>.Of(new Settings()).Dimensions);
        Assert.Equal(2, (p.Count.In(1) * p.Free.Uniform(0, 1)).Dimensions);
        Assert.Equal(4, (p.Count.In(1) + (p.Name.In("a") * p.IsFast.Any())).Dimensions);
        Assert.Equal(1, p.Count.Uniform(1, 9).Where(_ => true).Dimensions);
    }

    [Fact]
    public void Condition_RefusesThePoint()
    {
        var space = Settings.Space.Share.Uniform(0, 1).Where(settings => settings.Share < 0.5);

        Assert.True(space.TryPoint([0.25], out var point));
        Assert.Equal(0.25, point.Share);
        Assert.False(space.TryPoint([0.75], out _));
        Assert.False(space.Where(settings => settings.Share > 0.3).TryPoint([0.25], out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void WrongNumberOfCoordinates_IsRefused(int count)
    {
        var exception = Assert.Throws<ArgumentException>(() => Toy.Space.Height.In(1).TryPoint(new double[count], out _));

        Assert.StartsWith($"The space has 1 dimensions, but {count} coordinates were given.", exception.Message);
    }

    [Theory]
    [InlineData(-0.5, "-0.5")]
    [InlineData(1.5, "1.5")]
    [InlineData(double.NaN, "NaN")]
    public void CoordinateOutside_IsRefused(double coordinate, string text)
    {
        using var german = new Culture("de-DE");

        var exception = Assert.Throws<ArgumentException>(() => Toy.Space.Height.In(1).TryPoint([coordinate], out _));

        Assert.StartsWith($"A coordinate must be from 0 to 1, but is {text}.", exception.Message);
    }

    private static T Point<T>(Space<T> space, params double[] coordinates)
    {
        Assert.True(space.TryPoint(coordinates, out var point));
        return point;
    }
}
