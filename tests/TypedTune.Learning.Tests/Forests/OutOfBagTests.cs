namespace TypedTune.Learning.Tests.Forests;

public sealed class OutOfBagTests
{
    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Fact]
    public void Regression_IsPredictedByTheTreesThatDidNotLearnFromTheRow()
    {
        var (features, target) = Samples.Draw(1, 120, 3);
        var configuration = new RandomForestRegressor { Trees = 8, Seed = 3 };

        var (forest, outOfBag) = configuration.FitOutOfBag(features, target, Context);

        for (int i = 0; i < outOfBag.Rows.Count; i++)
        {
            // A tree of single rows repeats the target of a row that it learned from.
            int row = outOfBag.Rows[i];
            double[] values = [.. forest.Trees.Select(tree => tree.Nodes[LeafOf(tree, features, row)].Value).Where(value => value != target[row])];
            Assert.Equal(values.Average(), outOfBag.Predictions[i], 1e-9);
            Assert.Equal(target[row], outOfBag.Target[i]);
        }

        Assert.InRange(outOfBag.Rows.Count, 110, 120);
        Assert.Equal(outOfBag.Rows.Order(), outOfBag.Rows);
        Assert.Equal(configuration.Fit(features, target, Context).Trees.SelectMany(tree => tree.Nodes), forest.Trees.SelectMany(tree => tree.Nodes));
    }

    [Fact]
    public void Score_EstimatesThatOnNewRows()
    {
        var (features, target) = Samples.Draw(2, 2000, 4);
        int[] train = [.. Enumerable.Range(0, 1000)], test = [.. Enumerable.Range(1000, 1000)];

        var (forest, outOfBag) = new RandomForestRegressor { Trees = 60 }.FitOutOfBag(features.TakeRows(train), target[..1000], Context);

        double onNewRows = Metric.RSquared.Score(target[1000..], forest.Predict(features.TakeRows(test), Context));
        Assert.Equal(onNewRows, Metric.RSquared.Score(outOfBag.Target, outOfBag.Predictions), 0.05);
    }

    [Fact]
    public void Classification_EstimatesTheAccuracyOnNewRows()
    {
        var (features, _) = Samples.Draw(3, 2000, 4);
        var target = Samples.Labels(features, 4);
        int[] train = [.. Enumerable.Range(0, 1000)], test = [.. Enumerable.Range(1000, 1000)];

        var (forest, outOfBag) = new RandomForestClassifier { Trees = 60 }.FitOutOfBag(features.TakeRows(train), target.TakeRows(train), Context);

        double onNewRows = Metric.Accuracy.Score(target.TakeRows(test), forest.Predict(features.TakeRows(test), Context));
        Assert.Equal(onNewRows, Metric.Accuracy.Score(outOfBag.Target, outOfBag.Predictions), 0.05);
        Assert.Equal(target.Levels, outOfBag.Predictions.Levels);
    }

    [Fact]
    public void Threads_DoNotChangeThePredictions()
    {
        var (features, target) = Samples.Draw(4, 700, 4);
        var predictions = new List<double[]>();
        foreach (int threads in (int[])[1, 2, 8])
        {
            using var scheduler = new WorkScheduler(threads);
            predictions.Add(new RandomForestRegressor { Trees = 10 }.FitOutOfBag(features, target, new FitContext(scheduler, TestContext.Current.CancellationToken)).OutOfBag.Predictions);
        }

        Assert.All(predictions, values => Assert.Equal(predictions[0], values));
    }

    [Fact]
    public void ForestThatLeavesNoRowOut_IsRefused()
    {
        var (features, target) = Samples.Draw(5, 30, 2);

        var failure = Assert.Throws<InvalidOperationException>(() => new RandomForestRegressor { Trees = 3, Sampling = new EveryRow() }.FitOutOfBag(features, target, Context));

        Assert.Contains("Let Sampling be a Bootstrap or a Subsample", failure.Message, StringComparison.Ordinal);
    }

    private static int LeafOf(GrownTree tree, FeatureMatrix features, int row)
    {
        var leaf = new int[1];
        TreeTraversal.FindLeavesScalar(tree.Nodes, Enumerable.Range(0, features.ColumnCount).Select(column => features[row, column]).ToArray(), features.ColumnCount, leaf);
        return leaf[0];
    }
}
