using CsCheck;

namespace TypedTune.Tests.Spaces;

/// <summary>A grid that says its points are distinct is believed: then no set of them is kept.</summary>
public sealed class DistinctPointsTests
{
    private static readonly Toy.Hyperparameters<Toy> P = Toy.Space;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void GridThatSaysSo_HasNoTwoEqualPoints() => ToyGrids.Any.Sample(grid => Assert.True(!grid.HasDistinctPoints || grid.CountDistinct() == grid.Count));

    [Fact]
    public void ProductOfDistinctValues_IsKnownToBeDistinct()
    {
        Assert.True((P.Height.Uniform(0, 9) * P.Width.In(1, 5) * P.IsRound.Any()).HasDistinctPoints);
        Assert.True((P.Height.Uniform(0, 9) * P.Width.In(1, 5)).Where(toy => toy.Height > 3).HasDistinctPoints);
        Assert.False((P.Height.Uniform(0, 9) * P.Width.In(1, 5, 1)).HasDistinctPoints);
        Assert.False((P.Height.In(1) + P.Height.In(2)).HasDistinctPoints);
        Assert.False(Settings.Space.Ticks.Uniform(0, long.MaxValue).HasDistinctPoints);
        Assert.False(Settings.Space.Free.In(0.0, -0.0).HasDistinctPoints);
    }

    [Fact]
    public void ValuesThatTheConfigurationClamps_AreEvaluatedOnce()
    {
        var threads = new IntegerParameter<Clamped, int>(Lens.From(new Clamped()).Then("Threads", clamped => clamped.Threads, (clamped, value) => clamped with { Threads = value }), new Bounds(Min: 0));

        var result = new Study<Clamped>(threads.Uniform(0, 9)).Minimize(clamped => clamped.Threads, Cancellation);

        Assert.Equal([0, 1, 2, 3, 4], result.Trials.Select(trial => trial.Configuration.Threads));
        Assert.Equal(5, new Study<Clamped>(threads.Uniform(0, 9)) { Sampler = new RandomSampler { Count = 10 } }.Minimize(clamped => clamped.Threads, Cancellation).Trials.Count);
    }

    [Fact]
    public void WholeAndAPartOfIt_AreNotTakenForDistinct()
    {
        var lens = Lens.From(new Outer()).Then("Inner", outer => outer.Inner, (outer, value) => outer with { Inner = value });
        var whole = new Parameter<Outer, Clamped>(lens).In(new Clamped { Threads = 1 }, new Clamped { Threads = 2 });
        var part = new Parameter<Outer, int>(lens.Then("Threads", clamped => clamped.Threads, (clamped, value) => clamped with { Threads = value })).In(3, 4);

        Assert.Equal(2, new Study<Outer>(whole * part).Minimize(outer => outer.Inner.Threads, Cancellation).Trials.Count);
        Assert.Equal([1, 2], new Study<Outer>(part * whole).Minimize(outer => outer.Inner.Threads, Cancellation).Trials.Select(trial => trial.Score!.Value));
    }

    [Fact]
    public void ValueThatCannotBeSet_IsHeardOfWhereItIsVisited()
    {
        var lens = Lens.From(new Outer()).Then("Inner", outer => outer.Inner, (outer, value) => value.Threads == 2 ? throw new FormatException("two") : outer with { Inner = value });
        var grid = new Parameter<Outer, Clamped>(lens).In(new Clamped { Threads = 1 }, new Clamped { Threads = 2 });

        Assert.Single(new Study<Outer>(grid) { Budget = new() { Trials = 1 } }.Minimize(_ => 0, Cancellation).Trials);
        var result = new Study<Outer>(grid).Minimize(_ => 0, Cancellation);
        Assert.Equal((1, StopReason.Error, "two"), (result.Trials.Count, result.StopReason, Assert.IsType<FormatException>(result.Error).Message));
    }

    [Theory]
    [InlineData(long.MinValue, long.MaxValue, 3)]
    [InlineData(-5, 5, 1)]
    [InlineData(long.MaxValue - 10, long.MaxValue, 5)]
    public void WideRanges_HaveTheirEndsAtBothEnds(long low, long high, long step)
    {
        var grid = Settings.Space.Ticks.Uniform(low, high, step);
        var last = low + (grid.Count - 1) * step;

        Assert.Equal(low, grid[0].Ticks);
        Assert.Equal(last, grid[grid.Count - 1].Ticks);
        Assert.Equal(low + (grid.Count / 2) * step, grid[grid.Count / 2].Ticks);
        Assert.Equal(Enumerable.Range(0, 3).Select(i => low + i * step), grid.Take(3).Select(settings => settings.Ticks));
    }

    private sealed record Clamped
    {
        private readonly int _threads;

        public int Threads
        {
            get => _threads;
            init => _threads = Math.Min(value, 4);
        }
    }

    private sealed record Outer
    {
        public Clamped Inner { get; init; } = new();
    }
}
