using TypedTune.Learning.Tests.Searching;

namespace TypedTune.Learning.Tests.Inspection;

public sealed class PermutationImportancesTests
{
    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Fact]
    public void ColumnThatIsReadAlone_HasTheLossOfItsPermutation()
    {
        var features = FeatureMatrix.FromColumns(new FeatureNames("a", "b"), [1, 2, 3, 4], [8, 7, 6, 5]);
        double[] target = [1, 2, 3, 4];

        var importances = PermutationImportances.Compute(new FirstColumn(), new Dataset(features, target), Metric.MeanAbsoluteError, new() { Repeats = 3, Seed = 7 }, Context);

        Assert.Equal("MAE", importances.Metric);
        Assert.Equal(0, importances.Score);
        Assert.Equal(["a", "b"], importances.Select(item => item.Name));
        Assert.Equal([0, 0, 0], importances[1].Repeats);
        for (int repeat = 0; repeat < 3; repeat++)
        {
            int[] order = [0, 1, 2, 3];
            Seed.Of(7).Derive(0).Derive(repeat).Stream().Shuffle<int>(order);
            double[] permuted = [.. order.Select(row => features[row, 0])];
            Assert.Equal(Metric.MeanAbsoluteError.Score(target, permuted), importances[0].Repeats[repeat]);
        }
    }

    [Fact]
    public void MeanAndDeviation_AreThoseOfTheRepeats()
    {
        var (features, target) = Draw(200);
        var model = new RandomForestRegressor { Trees = 5 }.Fit(features, target, Context);

        var importances = PermutationImportances.Compute(model, new Dataset(features, target), Metric.RSquared, new() { Repeats = 4 }, Context);

        foreach (var item in importances)
        {
            Assert.Equal(4, item.Repeats.Count);
            Assert.Equal(item.Repeats.Average(), item.Mean, 1e-12);
            Assert.Equal(Math.Sqrt(item.Repeats.Average(value => Math.Pow(value - item.Mean, 2))), item.StandardDeviation, 1e-12);
        }
    }

    [Fact]
    public void WorseScore_IsPositiveWhicheverIsTheMetricsDirection()
    {
        var (features, target) = Draw(400);
        var model = new RandomForestRegressor { Trees = 10 }.Fit(features, target, Context);

        foreach (var metric in (RegressionMetric[])[Metric.RSquared, Metric.RootMeanSquaredError, Metric.MeanAbsoluteError])
        {
            var importances = PermutationImportances.Compute(model, new Dataset(features, target), metric, context: Context);
            Assert.True(importances[0].Mean > 0.2, importances.ToString());
            Assert.Equal("x0", importances.Descending()[0].Name);
            Assert.StartsWith($"{metric.Name} ", importances.ToString());
        }
    }

    [Fact]
    public void Noise_HasNoneOnRowsThatWereNotLearned()
    {
        var (features, target) = Draw(1000);
        int[] train = [.. Enumerable.Range(0, 500)], test = [.. Enumerable.Range(500, 500)];
        var model = new RandomForestRegressor { Trees = 40 }.Fit(features.TakeRows(train), target[..500], Context);

        var importances = PermutationImportances.Compute(model, new Dataset(features.TakeRows(test), target[500..]), Metric.RSquared, new() { Repeats = 10 }, Context);

        Assert.True(importances[0].Mean > 0.5, importances.ToString());
        Assert.InRange(importances[2].Mean, -0.005, 0.005);
    }

    [Fact]
    public void Labels_AreScoredByTheirMetric()
    {
        var (features, target) = Draw(300);
        var labels = Categories.From(target.Select(value => value > 0 ? "high" : "low"));
        var model = new RandomForestClassifier { Trees = 10 }.Fit(features, labels, Context);

        var importances = PermutationImportances.Compute(model, new Dataset(features, Targets.Of(labels)), Metric.Accuracy, context: Context);

        Assert.Equal(1, importances.Score, 0.05);
        Assert.True(importances[0].Mean > 0.2, importances.ToString());
    }

    [Fact]
    public void Pipeline_IsAskedForItsTablesColumns()
    {
        var rows = Plot.Many(400);
        var model = new PlotModel().Fit(rows, Context);

        var importances = PermutationImportances.ComputeForTable(model.Predict, rows, Metric.RootMeanSquaredError, context: Context);

        Assert.Equal(["East", "North", "Rain", "Soil"], importances.Select(item => item.Name));
        Assert.All(importances, item => Assert.True(item.Mean > 0.1, item.ToString()));
        Assert.Equal(Metric.RootMeanSquaredError.Score(rows.Target, model.Predict(rows, Context)), importances.Score);
    }

    [Fact]
    public void PipelineOnAView_PermutesTheRowsOfTheView()
    {
        var rows = Plot.Many(300);
        int[] view = [.. Enumerable.Range(0, 120).Select(row => row * 2), 4, 4];
        var model = new PlotModel().Fit(rows, Context);

        var ofView = PermutationImportances.ComputeForTable(model.Predict, rows.TakeRows(view), Metric.MeanSquaredError, new() { Repeats = 2 }, Context);
        var ofCopy = PermutationImportances.ComputeForTable(model.Predict, new Table<Plot>(rows.TakeRows(view)), Metric.MeanSquaredError, new() { Repeats = 2 }, Context);

        Assert.Equal(ofCopy.Score, ofView.Score);
        Assert.Equal(ofCopy.SelectMany(item => item.Repeats), ofView.SelectMany(item => item.Repeats));
        Assert.Equal(Plot.Many(300).Select(row => row.East), rows.Select(row => row.East));
    }

    [Fact]
    public void ColumnThatThePipelineDoesNotRead_HasNone()
    {
        var rows = Plot.Many(50);

        var importances = PermutationImportances.ComputeForTable((table, _) => table.Column(Plot.Columns.North), rows, Metric.MeanAbsoluteError, new() { Repeats = 2 }, Context);

        Assert.Equal([0.0, 0, 0, 0], importances.Where(item => item.Name is "East" or "Soil").SelectMany(item => item.Repeats));
        Assert.All(importances[1].Repeats, value => Assert.NotEqual(0, value));
    }

    [Fact]
    public void Threads_DoNotChangeTheImportances()
    {
        var (features, target) = Draw(200);
        var model = new RandomForestRegressor { Trees = 5 }.Fit(features, target, Context);
        var results = new List<double[]>();
        foreach (int threads in (int[])[1, 2, 8])
        {
            using var scheduler = new WorkScheduler(threads);
            results.Add([.. PermutationImportances.Compute(model, new Dataset(features, target), Metric.RSquared, context: new FitContext(scheduler, TestContext.Current.CancellationToken)).SelectMany(item => item.Repeats)]);
        }

        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    [Fact]
    public void Seed_DrawsOtherOrders()
    {
        var (features, target) = Draw(100);

        double first = PermutationImportances.Compute(new FirstColumn(), new Dataset(features, target), Metric.RSquared, new() { Seed = 1 }, Context)[0].Mean;

        Assert.NotEqual(first, PermutationImportances.Compute(new FirstColumn(), new Dataset(features, target), Metric.RSquared, new() { Seed = 2 }, Context)[0].Mean);
    }

    [Fact]
    public void NoRepeat_IsRefused()
    {
        var (features, target) = Draw(10);

        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => PermutationImportances.Compute(new FirstColumn(), new Dataset(features, target), Metric.RSquared, new() { Repeats = 0 }, Context));

        Assert.StartsWith("Repeats must be from 1 to 100000, but is 0.", failure.Message);
    }

    // The target follows the first column, a little the second, and not the third.
    private static (FeatureMatrix Features, double[] Target) Draw(int rows)
    {
        var stream = Seed.Of(rows).Stream();
        double[][] columns = [new double[rows], new double[rows], new double[rows]];
        foreach (var column in columns)
        {
            for (int row = 0; row < rows; row++)
                column[row] = stream.NextNormal();
        }

        double[] target = [.. Enumerable.Range(0, rows).Select(row => 3 * columns[0][row] + columns[1][row] + 0.3 * stream.NextNormal())];
        return (FeatureMatrix.FromColumns(FeatureNames.Numbered(3), columns), target);
    }

    private sealed class FirstColumn : IFittedRegressor
    {
        public double[] Predict(FeatureMatrix features, FitContext? context = null) => features.Column(0).ToArray();
    }
}
