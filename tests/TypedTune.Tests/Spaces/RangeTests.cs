using CsCheck;

namespace TypedTune.Tests.Spaces;

/// <summary>Ranges of numbers, their ends and their distributions.</summary>
public sealed class RangeTests
{
    private const int Draws = 20_000;

    [Fact]
    public void UniformWholeNumbers_IncludeBothEnds()
    {
        var p = Settings.Space;

        Assert.Equal([3, 4, 5], p.Count.Uniform(3, 5).Select(settings => settings.Count));
        Assert.Equal([1, 4, 7], p.Count.Uniform(1, 9, 3).Select(settings => settings.Count));
        Assert.Equal([1, 4, 7, 10], p.Count.Uniform(1, 10, 3).Select(settings => settings.Count));
        Assert.Equal([5], p.Count.Uniform(5, 5).Select(settings => settings.Count));
    }

    [Fact]
    public void UniformRealNumbersWithAStep_AreTheDecimalsThatWereMeant()
    {
        var p = Settings.Space;

        Assert.Equal([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], p.Share.Uniform(0, 0.9, 0.1).Select(settings => settings.Share));
        Assert.Equal([0, 0.4, 0.8], p.Share.Uniform(0, 1, 0.4).Select(settings => settings.Share));
        Assert.Equal([1 / 3.0, 1 / 3.0 + 0.5], p.Share.Uniform(1 / 3.0, 1, 0.5).Select(settings => settings.Share));
        Assert.Equal([1e20, 2e20], p.Free.Uniform(1e20, 2e20, 1e20).Select(settings => settings.Free));
        Assert.Equal([0, 1e-20], p.Free.Uniform(0, 1e-20, 1e-20).Select(settings => settings.Free));
    }

    [Fact]
    public void UniformContinuum_ReachesBothEnds()
    {
        var range = Settings.Space.Share.Uniform(0.25, 0.75);

        Assert.Equal([0.25, 0.5, 0.75], new[] { 0, 0.5, 1 }.Select(share => At(range, share).Share));
        Assert.Null(range.Cardinality);
    }

    [Fact]
    public void LogUniformContinuum_GivesEqualRatios()
    {
        var range = Settings.Space.Rate.LogUniform(1e-3, 1e3);

        Assert.Equal([1e-3, 1e3], new[] { 0.0, 1 }.Select(share => At(range, share).Rate));
        Assert.Equal(1, At(range, 0.5).Rate, 12);
        Assert.Equal(0.1, At(range, 1 / 3.0).Rate, 12);
    }

    [Fact]
    public void LogUniformWholeNumbers_ReachBothEndsAsOftenAsTheirWidthOnTheScale()
    {
        var range = Settings.Space.Count.LogUniform(1, 8);
        var counts = Enumerable.Range(0, Draws).CountBy(i => At(range, (i + 0.5) / Draws).Count).ToDictionary();

        Assert.Equal(8, range.Cardinality);
        Assert.Equal(8, counts.Count);
        Assert.All(counts, pair => Assert.Equal(Draws * Math.Log((pair.Key + 0.5) / (pair.Key - 0.5)) / Math.Log(17), pair.Value, 1.0));
        Assert.Equal([1, 8], new[] { 0.0, 1 }.Select(share => At(range, share).Count));
    }

    [Fact]
    public void LogUniformOverEveryLong_StaysInside()
    {
        var range = Settings.Space.Ticks.LogUniform(1, long.MaxValue);

        Assert.Equal([1, long.MaxValue], new[] { 0.0, 1 }.Select(share => At(range, share).Ticks));
    }

    [Theory]
    [InlineData(0.3, 0.2)]
    [InlineData(0, 1)]
    [InlineData(-4, 0.5)]
    [InlineData(7, 0.5)]
    [InlineData(30, 1)]
    public void Normal_IsTruncatedToTheBoundsWithTheRightMean(double mean, double deviation)
    {
        var range = Settings.Space.Share.Normal(mean, deviation);

        double[] values = [.. Enumerable.Range(0, Draws).Select(i => At(range, (i + 0.5) / Draws).Share)];

        Assert.All(values, value => Assert.InRange(value, 0, 1));
        Assert.Equal(values.Order(), values);
        Assert.Equal(TruncatedMean(mean, deviation, 0, 1), values.Average(), 1e-3);
        Assert.Equal([0, 1], new[] { 0.0, 1 }.Select(share => At(range, share).Share));
    }

    [Fact]
    public void NormalAboveADistantBound_StaysCloseToIt()
    {
        var range = Tail.Space.Level.Normal(0, 1);

        Assert.Equal(10, At(range, 0).Level);
        Assert.InRange(At(range, 0.5).Level, 10.05, 10.08);
        Assert.InRange(At(range, 1).Level, 11, 20);
    }

    [Fact]
    public void NormalWithoutBounds_IsFiniteAtBothEnds()
    {
        var range = Settings.Space.Free.Normal(100, 10);

        Assert.Equal(100, At(range, 0.5).Free, 9);
        Assert.Equal(110, At(range, 0.8413447460685429).Free, 6);
        Assert.InRange(At(range, 0).Free, 0, 20);
        Assert.InRange(At(range, 1).Free, 180, 200);
    }

    [Fact]
    public void NormalWholeNumbers_AreRoundedAndInsideTheBounds()
    {
        var range = Settings.Space.Count.Normal(2, 3);

        int[] values = [.. Enumerable.Range(0, Draws).Select(i => At(range, (i + 0.5) / Draws).Count)];

        Assert.All(values, value => Assert.InRange(value, 1, 100));
        Assert.Contains(1, values);
        Assert.Equal(TruncatedMean(2, 3, 0.5, 100.5), values.Average(), 0.03);
    }

    [Fact]
    public void LogNormal_HasItsMedianAtTheExponential()
    {
        Assert.Equal(Math.E, At(Settings.Space.Rate.LogNormal(1, 0.5), 0.5).Rate, 9);
        Assert.Equal(10, At(Settings.Space.Count.LogNormal(Math.Log(10), 0.1), 0.5).Count);
        Assert.InRange(At(Settings.Space.Rate.LogNormal(0, 1), 0).Rate, 1e-5, 1e-2);
        Assert.InRange(At(Settings.Space.Rate.LogNormal(0, 1), 1).Rate, 1e2, 1e5);
        Assert.Equal([0.0, 1.0], new[] { 1e-300, 1 }.Select(share => Math.Round(At(Settings.Space.Share.LogNormal(0, 1), share).Share, 3)));
    }

    [Fact]
    public void Quantiles_AreInsideTheBoundsAndRise() => Gen.Select(Gen.Double[-50, 50], Gen.Double[0.01, 20], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((mean, deviation, a, b) =>
    {
        var distribution = new Distribution.TruncatedNormal(mean, deviation, -1, 2);
        if (!distribution.HasMass)
            return;
        double low = distribution.Quantile(Math.Min(a, b));
        double high = distribution.Quantile(Math.Max(a, b));
        Assert.InRange(low, -1, high);
        Assert.InRange(high, low, 2);
    });

    [Fact]
    public void Steps_MakeAGridWithBothEnds()
    {
        var p = Settings.Space;

        Assert.Equal([0, 0.25, 0.5, 0.75, 1], p.Share.Uniform(0, 1).Steps(5).Select(settings => settings.Share));
        Assert.Equal([0.5], p.Share.Uniform(0, 1).Steps(1).Select(settings => settings.Share));
        Assert.Equal([0.01, 0.1, 1, 10], p.Rate.LogUniform(0.01, 10).Steps(4).Select(settings => Math.Round(settings.Rate, 12)));
        Assert.Equal([1, 10, 100], p.Count.LogUniform(1, 100).Steps(3).Select(settings => settings.Count));
        Assert.Equal([1, 2, 3], p.Count.LogUniform(1, 3).Steps(9).Select(settings => settings.Count));
        Assert.Equal([100], p.Free.Normal(100, 10).Steps(1).Select(settings => Math.Round(settings.Free, 9)));
    }

    [Fact]
    public void All_IsTheDeclaredRangeOnTheDeclaredScale()
    {
        var p = Settings.Space;

        Assert.Equal(100, p.Count.All().Cardinality);
        Assert.IsAssignableFrom<Grid<Settings>>(p.Count.All());
        Assert.Equal(64, p.Shards.All().Cardinality);
        Assert.False(p.Shards.All() is Grid<Settings>);
        Assert.Equal([0, 1], new[] { 0.0, 1 }.Select(share => At(p.Share.All(), share).Share));
    }

    [Fact]
    public void ExclusiveEnds_AreLeftOut()
    {
        Assert.Equal([1, 2, 3, 4], ((Grid<Tail>)Tail.Space.Open.All()).Select(tail => tail.Open));
        Assert.True(At(Tail.Space.Half.All(), 0).Half > 0);
        Assert.True(At(Tail.Space.Half.All(), 1).Half < 1);
    }

    private static T At<T>(Space<T> range, double share)
    {
        Assert.True(range.TryPoint([share], out var point));
        return point;
    }

    // The mean of a truncated normal distribution, by the trapezoidal rule.
    private static double TruncatedMean(double mean, double deviation, double low, double high)
    {
        double weights = 0, sum = 0;
        double nearest = Math.Clamp(mean, low, high);
        for (int i = 0; i <= 200_000; i++)
        {
            double x = low + (high - low) * i / 200_000;
            double exponent = ((x - mean) * (x - mean) - (nearest - mean) * (nearest - mean)) / (2 * deviation * deviation);
            double weight = Math.Exp(-exponent) * (i is 0 or 200_000 ? 0.5 : 1);
            weights += weight;
            sum += weight * x;
        }

        return sum / weights;
    }
}
