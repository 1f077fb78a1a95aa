namespace TypedTune.Learning.Tests.Forests;

public sealed class RandomForestRegressorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static FitContext Context => new(WorkScheduler.Shared, Token);

    [Fact]
    public void OrderOfTheInput_DoesNotChangeTheModel()
    {
        var (features, target) = Samples.Draw(9, 200, 5);
        double[] rowMajor = [.. Enumerable.Range(0, 200).SelectMany(row => Enumerable.Range(0, 5).Select(column => features[row, column]))];

        var expected = new RandomForestRegressor { Trees = 3 }.Fit(features, target, Context);
        var actual = new RandomForestRegressor { Trees = 3 }.Fit(FeatureMatrix.FromRowMajor<double>(rowMajor, 200, features.Names), target, Context);

        Assert.Equal(expected.Trees.Select(tree => tree.Nodes), actual.Trees.Select(tree => tree.Nodes));
    }

    [Fact]
    public void Threads_DoNotChangeTheModel()
    {
        var (features, target) = Samples.Draw(1, 1500, 9);
        var configuration = new RandomForestRegressor { Trees = 12, MaxFeatures = 3, Seed = 5 };

        var models = new List<(double[] Predictions, TreeNode[] Nodes, double[] Importances)>();
        foreach (int threads in (int[])[1, 2, 8])
        {
            using var scheduler = new WorkScheduler(threads);
            var context = new FitContext(scheduler, Token);
            var forest = configuration.Fit(features, target, context);
            models.Add((forest.Predict(features, context), [.. forest.Trees.SelectMany(tree => tree.Nodes)], [.. forest.FeatureImportances.Select(item => item.Importance)]));
        }

        Assert.All(models, model => Assert.Equal(models[0].Predictions, model.Predictions));
        Assert.All(models, model => Assert.Equal(models[0].Nodes, model.Nodes));
        Assert.All(models, model => Assert.Equal(models[0].Importances, model.Importances));
    }

    [Fact]
    public void FirstTreesOfABiggerForest_AreTheSmallerForest()
    {
        var (features, target) = Samples.Draw(2, 400, 5);
        var small = new RandomForestRegressor { Trees = 5, MaxFeatures = 2 };

        var few = small.Fit(features, target, Context);
        var many = (small with { Trees = 9 }).Fit(features, target, Context);

        Assert.Equal(9, many.TreeCount);
        Assert.Equal(few.Trees.SelectMany(tree => tree.Nodes), many.Trees.Take(5).SelectMany(tree => tree.Nodes));
    }

    [Fact]
    public void Seeds_GiveDifferentForests()
    {
        var (features, target) = Samples.Draw(3, 200, 5);
        var configuration = new RandomForestRegressor { Trees = 3 };

        Assert.NotEqual(
            configuration.Fit(features, target, Context).Predict(features, Context),
            (configuration with { Seed = 1 }).Fit(features, target, Context).Predict(features, Context));
    }

    [Fact]
    public void Forest_PredictsRowsItHasNotSeen()
    {
        var (features, target) = Samples.Draw(4, 2000, 4);
        int[] train = [.. Enumerable.Range(0, 1500)], test = [.. Enumerable.Range(1500, 500)];
        var truth = target[1500..];

        var forest = new RandomForestRegressor { Trees = 50 }.Fit(features.TakeRows(train), target[..1500], Context);

        double error = Samples.SquaredError(forest.Predict(features.TakeRows(test), Context), truth);
        double spread = Samples.SquaredError([.. truth.Select(_ => truth.Average())], truth);
        Assert.True(1 - error / spread > 0.85, $"R² is {1 - error / spread}");
    }

    [Fact]
    public void Importances_AddUpToOneAndFavourTheInformativeColumn()
    {
        var (features, target) = Samples.Draw(5, 600, 6);

        var importances = new RandomForestRegressor { Trees = 20, MaxFeatures = MaxFeatures.Sqrt }.Fit(features, target, Context).FeatureImportances;

        Assert.Equal(1, importances.Sum(item => item.Importance), 12);
        Assert.Equal("x0", importances.Descending()[0].Name);
        Assert.True(importances[0].Importance > 0.4);
    }

    [Fact]
    public void RowsWithoutBootstrap_AreDrawnOnce()
    {
        var (features, target) = Samples.Draw(6, 300, 4);
        var configuration = new RandomForestRegressor { Trees = 4, Sampling = new EveryRow() };

        var all = configuration.Fit(features, target, Context);
        var half = (configuration with { Sampling = new Subsample { Rows = RowCount.Fraction(0.5) } }).Fit(features, target, Context);
        var one = (configuration with { Sampling = new Subsample { Rows = RowCount.Fraction(1e-9) } }).Fit(features, target, Context);

        Assert.Equal(target, all.Predict(features, Context).Select(value => value), (expected, actual) => Math.Abs(expected - actual) < 1e-12);
        Assert.All(half.Trees, tree => Assert.Equal(150, tree.LeafCount));
        Assert.All(one.Trees, tree => Assert.Equal(1, tree.LeafCount));
    }

    [Fact]
    public void Bootstrap_DrawsAboutTwoThirdsOfTheRows()
    {
        var (features, target) = Samples.Draw(7, 2000, 4);

        var forest = new RandomForestRegressor { Trees = 5 }.Fit(features, target, Context);

        Assert.All(forest.Trees, tree => Assert.InRange(tree.LeafCount, 1200, 1330));
        Assert.Equal(5, forest.Trees.Select(tree => tree.LeafCount + tree.Nodes[0].Value).Distinct().Count());
    }

    [Fact]
    public void ConstantTarget_GivesOneLeafTrees()
    {
        var (features, _) = Samples.Draw(8, 60, 3);

        var forest = new RandomForestRegressor { Trees = 8 }.Fit(features, [.. Enumerable.Repeat(2.5, 60)], Context);

        Assert.All(forest.Trees, tree => Assert.Single(tree.Nodes));
        Assert.All(forest.Predict(features, Context), value => Assert.Equal(2.5, value));
    }

    [Fact]
    public void OneRow_IsEnough()
    {
        var forest = new RandomForestRegressor { Trees = 2 }.Fit(Samples.OneColumn(3), [7], Context);

        Assert.Equal([7.0, 7.0], forest.Predict(Samples.OneColumn(1, 9), Context));
        Assert.Empty(forest.Predict(Samples.OneColumn(), Context));
    }

    [Fact]
    public void WideRows_AreSplitOnEveryColumn()
    {
        // More columns than a vector has bytes, and the informative one is the last.
        var (noise, _) = Samples.Draw(9, 300, 77);
        var target = noise.Column(76).ToArray();

        var forest = new RandomForestRegressor { Trees = 5 }.Fit(noise, target, Context);

        Assert.Equal("x76", forest.FeatureImportances.Descending()[0].Name);
        Assert.True(forest.FeatureImportances[76].Importance > 0.9);
    }

    [Fact]
    public void CancelledFit_Stops()
    {
        var (features, target) = Samples.Draw(10, 500, 4);
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => new RandomForestRegressor().Fit(features, target, new FitContext(WorkScheduler.Shared, source.Token)));
    }
}
