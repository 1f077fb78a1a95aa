using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

public sealed class QuantileForestTests
{
    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Fact]
    public void Quantiles_AreThoseOfTheDefinition() => Gen.Select(Gen.Int[1, 1000], Gen.Int[1, 60], Gen.Int[1, 9], Gen.Int[1, 8], Gen.Bool).Sample(
        (seed, rows, trees, leaf, isWeighted) =>
        {
            var (features, target) = Samples.Draw(seed, rows, 2);
            double[] rounded = [.. target.Select(value => Math.Round(value))];
            double[] weights = [.. Enumerable.Range(0, rows).Select(row => isWeighted ? row % 3 + 0.5 : 1)];
            var configuration = new QuantileForestRegressor { Trees = trees, MinRowsInLeaf = leaf, Seed = seed };
            var forest = configuration.Fit(features, rounded, weights, Context);
            var (queries, _) = Samples.Draw(seed + 1, 12, 2);
            double[] quantiles = [0, 0.05, 0.25, 0.5, 0.9, 1];

            var predicted = forest.PredictQuantiles(queries, quantiles, Context);

            var leaves = forest.LeafIndices(features, Context);
            var ends = forest.LeafIndices(queries, Context);
            for (int query = 0; query < 12; query++)
            {
                double[] shares = Shares(configuration, weights, leaves, [.. ends.Select(tree => tree[query])]);
                for (int i = 0; i < quantiles.Length; i++)
                    Assert.Equal(Quantile(rounded, shares, quantiles[i]), predicted[query, i]);
            }
        },
        iter: 60);

    [Fact]
    public void MeanOfTheDistribution_IsWhatTheForestPredicts()
    {
        var (features, target) = Samples.Draw(1, 200, 3);
        var configuration = new QuantileForestRegressor { Trees = 10, MinRowsInLeaf = 5, Seed = 4 };
        var forest = configuration.Fit(features, target, Context);

        double[] predictions = forest.Predict(features, Context);

        var leaves = forest.LeafIndices(features, Context);
        for (int row = 0; row < 200; row++)
        {
            double[] shares = Shares(configuration, [.. target.Select(_ => 1.0)], leaves, [.. leaves.Select(tree => tree[row])]);
            Assert.Equal(shares.Zip(target, (share, value) => share * value).Sum(), predictions[row], 1e-9);
        }

        var plain = new RandomForestRegressor { Trees = 10, MinRowsInLeaf = 5, Seed = 4 }.Fit(features, target, Context);
        Assert.Equal(plain.Predict(features, Context), predictions);
    }

    [Fact]
    public void Quantiles_NeverFallAsTheyRise() => Gen.Select(Gen.Int[1, 1000], Gen.Double[0, 1].Array[2, 8]).Sample(
        (seed, quantiles) =>
        {
            Array.Sort(quantiles);
            var (features, target) = Samples.Draw(seed, 80, 2);

            var predicted = new QuantileForestRegressor { Trees = 7, MinRowsInLeaf = 3, Seed = seed }.Fit(features, target, Context).PredictQuantiles(features, quantiles, Context);

            for (int i = 1; i < quantiles.Length; i++)
                Assert.All(predicted.Column(i).ToArray().Zip(predicted.Column(i - 1).ToArray()), pair => Assert.True(pair.First >= pair.Second));
        },
        iter: 30);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.9)]
    public void Intervals_CoverAboutAsManyNewRowsAsTheySay(double coverage)
    {
        // The spread grows with the first column, which a mean knows nothing of.
        var (features, target) = Spread(1, 3000);
        var (queries, truth) = Spread(2, 3000);

        var intervals = new QuantileForestRegressor { Trees = 100, MinRowsInLeaf = 20, MaxFeatures = 1 }.Fit(features, target, Context).PredictIntervals(queries, coverage, Context);

        // Four standard deviations of 3,000 draws, and 0.02 for what the forest does not know.
        double covered = intervals.Zip(truth, (interval, value) => interval.Contains(value) ? 1 : 0).Average();
        Assert.Equal(coverage, covered, 4 * Math.Sqrt(coverage * (1 - coverage) / 3000) + 0.02);
        double Width(Func<double, bool> isIn) => intervals.Where((_, row) => isIn(queries[row, 0])).Average(interval => interval.High - interval.Low);
        Assert.True(Width(x => x > 0.8) > 2 * Width(x => x < 0.2));
    }

    [Fact]
    public void Interval_IsTheQuantilesThatLeaveTheSameOut()
    {
        var (features, target) = Samples.Draw(3, 100, 2);
        var forest = new QuantileForestRegressor { Trees = 10, MinRowsInLeaf = 10 }.Fit(features, target, Context);

        var intervals = forest.PredictIntervals(features, 0.5, Context);

        var quantiles = forest.PredictQuantiles(features, [0.75, 0.25], Context);
        Assert.Equal(["0.75", "0.25"], quantiles.Names);
        Assert.Equal(quantiles.Column(0).ToArray(), intervals.Select(interval => interval.High));
        Assert.Equal(quantiles.Column(1).ToArray(), intervals.Select(interval => interval.Low));
        Assert.EndsWith("(50 %)", intervals[0].ToString());
    }

    [Fact]
    public void SharesThatAddUpButForRounding_ReachTheQuantile()
    {
        double[] target = [.. Enumerable.Range(1, 10).Select(value => (double)value)];
        var forest = new QuantileForestRegressor { Trees = 1, Sampling = new EveryRow(), MinRowsInLeaf = 10 }.Fit(Samples.OneColumn(target), target, Context);

        double[] quantiles = [.. Enumerable.Range(0, 11).Select(tenth => tenth / 10.0)];

        Assert.Equal([1, .. target], forest.PredictQuantiles(Samples.OneColumn(3), quantiles, Context).AsColumnMajor().ToArray());
    }

    [Fact]
    public void Threads_DoNotChangeTheQuantiles()
    {
        var (features, target) = Samples.Draw(5, 500, 4);
        var results = new List<double[]>();
        foreach (int threads in (int[])[1, 2, 8])
        {
            using var scheduler = new WorkScheduler(threads);
            var context = new FitContext(scheduler, TestContext.Current.CancellationToken);
            results.Add(new QuantileForestRegressor { Trees = 20, MinRowsInLeaf = 4 }.Fit(features, target, context).PredictQuantiles(features, [0.1, 0.5, 0.9], context).AsColumnMajor().ToArray());
        }

        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    [Theory]
    [InlineData(-0.1, "-0.1")]
    [InlineData(5, "5")]
    [InlineData(double.NaN, "NaN")]
    public void QuantileOutside_IsRefused(double quantile, string text)
    {
        var forest = new QuantileForestRegressor { Trees = 1 }.Fit(Samples.OneColumn(1, 2), [1, 2], Context);

        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => forest.PredictQuantiles(Samples.OneColumn(1), [0.5, quantile], Context));

        Assert.StartsWith($"A quantile must be from 0 to 1, but is {text}. For percents, divide by 100.", failure.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(90)]
    public void CoverageOutside_IsRefused(double coverage)
    {
        var forest = new QuantileForestRegressor { Trees = 1 }.Fit(Samples.OneColumn(1, 2), [1, 2], Context);

        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => forest.PredictIntervals(Samples.OneColumn(1), coverage, Context));

        Assert.StartsWith($"The coverage must be above 0 and below 1, but is {coverage}.", failure.Message);
    }

    [Fact]
    public void OtherColumnsAndNoRows_AreRefusedAndPredictedAsElsewhere()
    {
        var forest = new QuantileForestRegressor { Trees = 1 }.Fit(Samples.OneColumn(1, 2), [1, 2], Context);

        var failure = Assert.Throws<ColumnMismatchException>(() => forest.PredictQuantiles(FeatureMatrix.FromRows([[1.0, 2.0]]), [0.5], Context));

        Assert.StartsWith("QuantileForestRegressor was fitted on the columns [x], but was given [x0, x1].", failure.Message);
        Assert.Empty(forest.PredictIntervals(Samples.OneColumn(), context: Context));
    }

    [Fact]
    public void Search_TunesIt()
    {
        var (features, target) = Samples.Draw(6, 120, 3);
        var search = new GridSearch<QuantileForestRegressor>(QuantileForestRegressor.SpaceFrom(new() { Trees = 5 }).MaxDepth.In(1, 6)) { Evaluation = new KFold(3), Scoring = Metric.MeanAbsoluteError };

        var result = search.Fit(new Dataset(features, target), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(6, result.Best.Configuration.MaxDepth);
        Assert.Equal(120, result.Model.PredictIntervals(features, context: Context).Length);
    }

    private static double[] Shares(QuantileForestRegressor configuration, double[] weights, int[][] leaves, int[] ends)
    {
        int rows = weights.Length;
        var shares = new double[rows];
        for (int tree = 0; tree < leaves.Length; tree++)
        {
            var draws = new int[rows];
            TreeGrower.Draw(configuration.Sampling, Seed.Of(configuration.Seed).Derive(tree), draws);
            double InLeaf(int row) => leaves[tree][row] == ends[tree] ? draws[row] * weights[row] : 0;
            double total = Enumerable.Range(0, rows).Sum(InLeaf);
            for (int row = 0; row < rows; row++)
                shares[row] += InLeaf(row) / total / leaves.Length;
        }

        return shares;
    }

    private static double Quantile(double[] target, double[] shares, double quantile)
    {
        double sum = 0;
        int[] order = [.. Enumerable.Range(0, target.Length).Where(row => shares[row] > 0).OrderBy(row => target[row])];
        foreach (int row in order)
        {
            sum += shares[row];
            if (sum >= quantile - 1e-10)
                return target[row];
        }

        return target[order[^1]];
    }

    private static (FeatureMatrix Features, double[] Target) Spread(int seed, int rows)
    {
        var stream = Seed.Of(seed).Stream();
        var (x, noise, target) = (new double[rows], new double[rows], new double[rows]);
        for (int row = 0; row < rows; row++)
        {
            x[row] = stream.NextDouble();
            noise[row] = stream.NextDouble();
            target[row] = 2 * x[row] + (0.1 + x[row]) * stream.NextNormal();
        }

        return (FeatureMatrix.FromColumns(new FeatureNames("x", "noise"), x, noise), target);
    }
}
