namespace TypedTune.Learning.Tests.Forests;

public sealed class OutOfBagImportancesTests
{
    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Fact]
    public void Noise_HasNoneWhereItsImpurityImportanceIsLarge()
    {
        var (features, target) = NoiseAndSignal(1, 600);
        var forest = new RandomForestRegressor { Trees = 60, MaxFeatures = 1 }.Fit(features, target, Context);

        var importances = forest.OutOfBagImportances(features, target, context: Context);

        double[] shares = Shares(importances);
        Assert.True(forest.FeatureImportances[0].Importance > 0.3, $"{forest.FeatureImportances[0]}");
        Assert.InRange(shares[0], -0.05, 0.05);
        Assert.True(shares[1] > 0.9, $"{importances[1]}");
    }

    [Fact]
    public void NoiseForLabels_HasNoneWhereItsImpurityImportanceIsLarge()
    {
        var (features, target) = NoiseAndSignal(2, 600);
        var labels = Categories.From(target.Select(value => value > 0.5 ? "high" : "low"));
        var forest = new RandomForestClassifier { Trees = 60, MaxFeatures = 1, ClassWeights = ClassWeights.Balanced }.Fit(features, labels, Context);

        var importances = forest.OutOfBagImportances(features, labels, context: Context);

        double[] shares = Shares(importances);
        Assert.True(forest.FeatureImportances[0].Importance > 0.3, $"{forest.FeatureImportances[0]}");
        Assert.InRange(shares[0], -0.05, 0.05);
        Assert.True(shares[1] > 0.9, $"{importances[1]}");
    }

    [Fact]
    public void RowsInTheBag_GiveTheDecreaseInImpurity()
    {
        var (features, target) = Samples.Draw(3, 200, 3);
        var labels = Samples.Labels(features, 3);
        float[] ones = [.. Enumerable.Repeat(1f, 200)];
        var regression = new DecisionTreeRegressor().Fit(features, target, Context).Tree;
        var classification = new DecisionTreeClassifier().Fit(features, labels, Context).Tree;

        var errors = OutOfBagDecreases.Of(regression, 0, features, target, ones);
        var impurities = OutOfBagDecreases.Of(classification, 3, features, Array.ConvertAll(labels.Codes.ToArray(), code => (double)code), ones);

        Matrices.AssertClose([.. regression.ImpurityDecreases.Select(decrease => decrease / 200)], errors, 1e-6);
        Matrices.AssertClose([.. classification.ImpurityDecreases.Select(decrease => decrease / 200)], impurities, 1e-6);
    }

    [Fact]
    public void RowsOutOfTheBag_AreTheDefinitionsSum()
    {
        var (features, target) = Samples.Draw(4, 80, 3);
        var configuration = new RandomForestRegressor { Trees = 7, Seed = 5 };
        var forest = configuration.Fit(features, target, Context);

        var importances = forest.OutOfBagImportances(features, target, context: Context);

        var outOfBag = OutOfBagRows.Of(configuration.Sampling, Seed.Of(5), 7, 80, Context);
        var expected = new double[3];
        for (int tree = 0; tree < 7; tree++)
        {
            int[] rows = [.. Enumerable.Range(0, 80).Where(row => outOfBag.Contains(tree, row))];
            var paths = forest.DecisionTrees[tree].DecisionPaths(features);
            foreach (int row in rows)
            {
                foreach (var step in paths[row].Steps)
                    expected[step.Split.FeatureIndex] += (step.Next.Values[0] - step.Split.Values[0]) * (target[row] - step.Split.Values[0]) / rows.Length / 7;
            }
        }

        Matrices.AssertClose(expected, [.. importances.Select(item => item.Importance)], 1e-9);
    }

    [Fact]
    public void ShiftOfTheTarget_ChangesNothing()
    {
        var (features, target) = Samples.Draw(5, 200, 3);
        double[] shifted = [.. target.Select(value => value + 1024)];
        var configuration = new RandomForestRegressor { Trees = 10, MinRowsInLeaf = 5 };

        var before = configuration.Fit(features, target, Context).OutOfBagImportances(features, target, context: Context);
        var after = configuration.Fit(features, shifted, Context).OutOfBagImportances(features, shifted, context: Context);

        Matrices.AssertClose([.. before.Select(item => item.Importance)], [.. after.Select(item => item.Importance)], 1e-6);
    }

    [Fact]
    public void RowsOfWeight0_DoNotCount()
    {
        var (features, target) = Samples.Draw(6, 100, 2);
        double[] weights = [.. Enumerable.Range(0, 100).Select(row => row < 60 ? 1.0 : 0)];
        double[] wild = [.. target.Select((value, row) => row < 60 ? value : 1e6)];
        var forest = new RandomForestRegressor { Trees = 10 }.Fit(features, target, weights, Context);

        var importances = forest.OutOfBagImportances(features, target, weights, Context);

        Assert.Equal(importances, forest.OutOfBagImportances(features, wild, weights, Context));
    }

    [Fact]
    public void OtherRows_AreRefused()
    {
        var (features, target) = Samples.Draw(10, 101, 2);
        int[] fewer = [.. Enumerable.Range(0, 100)];
        var forest = new RandomForestRegressor { Trees = 2 }.Fit(features.TakeRows(fewer), target[..100], Context);

        var otherCount = Assert.Throws<ArgumentException>(() => forest.OutOfBagImportances(features, target, context: Context));
        var otherWeights = Assert.Throws<ArgumentException>(() => forest.OutOfBagImportances(features.TakeRows(fewer), target[..100], [.. fewer.Select(_ => 2.0)], Context));

        Assert.Equal("The forest was fitted on other rows: its first tree learned from a weight of 100, but of these 101 rows it draws 101. Give it the features, the target and the weights of the fit.", otherCount.Message);
        Assert.Contains("it draws 200.", otherWeights.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ForestThatLeavesNoRowOut_IsRefused()
    {
        var (features, target) = Samples.Draw(7, 30, 2);
        var forest = new RandomForestRegressor { Trees = 3, Sampling = new EveryRow() }.Fit(features, target, Context);

        var failure = Assert.Throws<InvalidOperationException>(() => forest.OutOfBagImportances(features, target, context: Context));

        Assert.Contains("Let Sampling be a Bootstrap or a Subsample", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherLabels_AreRefused()
    {
        var (features, _) = Samples.Draw(8, 30, 2);
        var forest = new RandomForestClassifier { Trees = 3 }.Fit(features, Samples.Labels(features, 2), Context);

        var failure = Assert.Throws<ArgumentException>(() => forest.OutOfBagImportances(features, Samples.Labels(features, 3), context: Context));

        Assert.StartsWith("RandomForestClassifier was fitted on the labels [class 0, class 1], but was given [class 0, class 1, class 2].", failure.Message);
    }

    [Fact]
    public void Threads_DoNotChangeTheImportances()
    {
        var (features, target) = Samples.Draw(9, 300, 4);
        var forest = new RandomForestRegressor { Trees = 10 }.Fit(features, target, Context);
        var results = new List<FeatureImportances>();
        foreach (int threads in (int[])[1, 2, 8])
        {
            using var scheduler = new WorkScheduler(threads);
            results.Add(forest.OutOfBagImportances(features, target, context: new FitContext(scheduler, TestContext.Current.CancellationToken)));
        }

        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    // A column of distinct values that says nothing, and one of two values that says something.
    private static (FeatureMatrix Features, double[] Target) NoiseAndSignal(int seed, int rows)
    {
        var stream = Seed.Of(seed).Stream();
        var (noise, signal, target) = (new double[rows], new double[rows], new double[rows]);
        for (int row = 0; row < rows; row++)
        {
            noise[row] = stream.NextNormal();
            signal[row] = stream.NextBelow(2);
            target[row] = signal[row] + 0.7 * stream.NextNormal();
        }

        return (FeatureMatrix.FromColumns(new FeatureNames("noise", "signal"), noise, signal), target);
    }

    private static double[] Shares(FeatureImportances importances)
    {
        double total = importances.Sum(item => Math.Abs(item.Importance));
        return [.. importances.Select(item => item.Importance / total)];
    }
}
