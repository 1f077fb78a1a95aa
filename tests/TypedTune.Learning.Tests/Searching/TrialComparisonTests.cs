using CsCheck;

namespace TypedTune.Learning.Tests.Searching;

/// <summary>Whether one trial is really better than another.</summary>
public sealed class TrialComparisonTests
{
    private static readonly Dataset s_data = new(
        FeatureMatrix.FromRows([.. Enumerable.Range(0, 60).Select(row => new[] { row / 10.0, Math.Sin(row) })]),
        [.. Enumerable.Range(0, 60).Select(row => row / 5.0 + Seed.Of(2).Derive(row).Stream().NextNormal())]);

    private static readonly GridSearch<Ridge> s_search = new(Ridge.Space.Alpha.In(0.1, 1, 300, 3000)) { Evaluation = new KFold(5), Scoring = Metric.RootMeanSquaredError, Metrics = [Metric.RSquared] };

    [Fact]
    public void StudentT_HasItsClosedForms() => Gen.Double[-12, 12].Sample(value =>
    {
        double angle3 = Math.Atan(value / Math.Sqrt(3)), sine4 = value / Math.Sqrt(4 + value * value), cosine4 = 4 / (4 + value * value);

        Assert.Equal(0.5 + Math.Atan(value) / Math.PI, StudentT.ShareBelow(value, 1), 1e-14);
        Assert.Equal(0.5 + value / Math.Sqrt(2 + value * value) / 2, StudentT.ShareBelow(value, 2), 1e-14);
        Assert.Equal(0.5 + (angle3 + Math.Sin(angle3) * Math.Cos(angle3)) / Math.PI, StudentT.ShareBelow(value, 3), 1e-14);
        Assert.Equal(0.5 + sine4 * (1 + cosine4 / 2) / 2, StudentT.ShareBelow(value, 4), 1e-14);
    });

    [Theory]
    [InlineData(0.975, 4, 2.776445105)]
    [InlineData(0.95, 9, 1.833112933)]
    [InlineData(0.975, 1, 12.70620474)]
    public void StudentT_HasItsKnownQuantiles(double share, int freedom, double value) => Assert.Equal(value, StudentT.Quantile(share, freedom), 1e-8);

    [Fact]
    public void StudentT_IsSymmetricAndItsQuantilesAreItsInverse() => Gen.Select(Gen.Double[-20, 20], Gen.Int[1, 200]).Sample((value, freedom) =>
    {
        double below = StudentT.ShareBelow(value, freedom);
        Assert.Equal(1, below + StudentT.ShareBelow(-value, freedom), 1e-14);
        if (below is > 1e-9 and < 1 - 1e-9)
            Assert.Equal(value, StudentT.Quantile(below, freedom), 1e-6 * Math.Max(1, Math.Abs(value)));
    });

    [Fact]
    public void PValue_IsThatOfTheCorrectedResampledTest()
    {
        var result = s_search.Fit(s_data, cancellationToken: TestContext.Current.CancellationToken);
        var (best, worst) = (result.Best, result.Ranked.Last());

        var comparison = result.Compare(best, worst);

        double[] differences = [.. worst.FoldScores.Zip(best.FoldScores, (high, low) => high - low)];
        double mean = differences.Average(), variance = differences.Sum(d => (d - mean) * (d - mean)) / 4;
        double t = mean / Math.Sqrt((1.0 / 5 + 1.0 / 4) * variance);
        Assert.Equal(differences, comparison.Differences);
        Assert.Equal(t, comparison.TStatistic, 1e-12);
        Assert.Equal(2 * StudentT.ShareBelow(-t, 4), comparison.PValue);
        Assert.Equal(mean, (comparison.Interval.Low + comparison.Interval.High) / 2, 1e-12);
        Assert.True(comparison.ProbabilityBetter > 0.8);
        Assert.StartsWith("better by ", comparison.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OtherOrder_IsTheOppositeAndOtherMetricsHaveTheirOwnDirection()
    {
        var result = s_search.Fit(s_data, cancellationToken: TestContext.Current.CancellationToken);
        var (best, worst) = (result.Best, result.Ranked.Last());

        Assert.Equal(-result.Compare(best, worst).MeanDifference, result.Compare(worst, best).MeanDifference);
        Assert.Equal(result.Compare(best, worst).ProbabilityBetter, result.Compare(worst, best).ProbabilityWorse, 1e-12);
        Assert.True(result.Compare(best, worst, Metric.RSquared).MeanDifference > 0);
    }

    [Fact]
    public void RegionOfEquivalence_TakesFromBothSides()
    {
        var result = s_search.Fit(s_data, cancellationToken: TestContext.Current.CancellationToken);
        var comparison = result.Compare(result.Ranked.ElementAt(0), result.Ranked.ElementAt(1), options: new ComparisonOptions { Equivalence = 0.5, Confidence = 0.9 });

        Assert.True(comparison.ProbabilityEquivalent > 0.99);
        Assert.Equal(1, comparison.ProbabilityBetter + comparison.ProbabilityEquivalent + comparison.ProbabilityWorse, 1e-12);
        Assert.Equal(0.9, comparison.Interval.Confidence);
        Assert.Throws<ArgumentOutOfRangeException>("Equivalence", () => new ComparisonOptions { Equivalence = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("Confidence", () => new ComparisonOptions { Confidence = 1 });
    }

    [Fact]
    public void TrialAgainstItself_IsEquivalent()
    {
        var result = s_search.Fit(s_data, cancellationToken: TestContext.Current.CancellationToken);

        var comparison = result.Compare(result.Best, result.Best);

        Assert.Equal((1, 1, 0, 0), (comparison.PValue, comparison.ProbabilityEquivalent, comparison.ProbabilityBetter, comparison.ProbabilityWorse));
    }

    [Fact]
    public void Table_HasThePValueOfEachTrialButTheBest()
    {
        var result = s_search.Fit(s_data, cancellationToken: TestContext.Current.CancellationToken);
        var table = result.ToTable();
        int column = table.Headers.ToList().IndexOf("p");

        Assert.Equal("", table.Rows[0][column]);
        Assert.Equal(result.Compare(result.Best, result.Ranked.Last()).PValue.ToString("G2", System.Globalization.CultureInfo.InvariantCulture), table.Rows[^1][column]);
    }

    [Fact]
    public void TrialsReadBack_CompareAsBefore()
    {
        var search = s_search with { Evaluation = new ShuffleSplit(6, 0.3) };
        var result = search.Fit(s_data, cancellationToken: TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        result.WriteJson(stream);
        stream.Position = 0;

        var read = search.ReadJson(stream);

        Assert.Equal(result.Compare(result.Ranked.ElementAt(0), result.Ranked.ElementAt(3)).PValue, read.Compare(read.Ranked.ElementAt(0), read.Ranked.ElementAt(3)).PValue);
        double ratio = 18.0 / 42, mean = result.Compare(result.Ranked.ElementAt(0), result.Ranked.ElementAt(3)).MeanDifference;
        Assert.Equal(mean / result.Compare(result.Ranked.ElementAt(0), result.Ranked.ElementAt(3)).TStatistic, result.Compare(result.Ranked.ElementAt(0), result.Ranked.ElementAt(3)).StandardError, 1e-12);
        double variance = result.Compare(result.Ranked.ElementAt(0), result.Ranked.ElementAt(3)).Differences.Sum(d => (d - mean) * (d - mean)) / 5;
        Assert.Equal(Math.Sqrt((1.0 / 6 + ratio) * variance), result.Compare(result.Ranked.ElementAt(0), result.Ranked.ElementAt(3)).StandardError, 1e-12);
    }

    [Fact]
    public void WhatCannotBeCompared_IsRefused()
    {
        var result = s_search.Fit(s_data, cancellationToken: TestContext.Current.CancellationToken);
        var other = (s_search with { Evaluation = new Holdout(0.2) }).Fit(s_data, cancellationToken: TestContext.Current.CancellationToken);

        Assert.StartsWith("The trial is of another search.", Assert.Throws<ArgumentException>("second", () => result.Compare(result.Best, other.Best)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Trials are compared fold by fold, but 0.2 held out with seed 0 has a single score a trial.", Assert.Throws<InvalidOperationException>(() => other.Compare(other.Best, other.Ranked.ElementAt(1))).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("p", other.ToTable().Headers);
    }
}
