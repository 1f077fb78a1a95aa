namespace TypedTune.Learning.Tests;

public sealed class KNeighborsTests
{
    private static readonly FeatureMatrix _line = FeatureMatrix.FromRows([[0], [1], [3], [6]]);

    [Theory]
    [InlineData(1, NeighborWeights.Uniform, "1_uniform")]
    [InlineData(5, NeighborWeights.Uniform, "5_uniform")]
    [InlineData(1, NeighborWeights.Distance, "1_distance")]
    [InlineData(5, NeighborWeights.Distance, "5_distance")]
    public void PredictionsOfBothModels_AreScikitLearns(int neighbors, NeighborWeights weights, string name)
    {
        var golden = Golden.Read("models.json");
        var expected = golden.GetProperty("expected");
        var rows = FeatureMatrix.FromRows(golden.GetProperty("X").Rows());
        var queries = FeatureMatrix.FromRows(golden.GetProperty("X_test").Rows());

        var regressor = new KNeighborsRegressor { Neighbors = neighbors, Weights = weights }.Fit(rows, golden.GetProperty("y_regression").Numbers());
        Matrices.AssertClose(expected.GetProperty($"k_neighbors_regressor_{name}").GetProperty("predictions").Numbers(), regressor.Predict(queries));

        string[] labels = [.. golden.GetProperty("y_multiclass").Integers().Select(label => $"{label}")];
        var classifier = new KNeighborsClassifier { Neighbors = neighbors, Weights = weights }.Fit(rows, Categories.From(labels));
        double[][] shares = expected.GetProperty($"k_neighbors_classifier_{name}").GetProperty("probabilities").Rows();
        Matrices.AssertClose(FeatureMatrix.FromRows(shares), FeatureMatrix.FromRows(classifier.Shares(queries)));
        Matrices.AssertClose(FeatureMatrix.FromRows(shares), classifier.PredictProbabilities(queries));
        var predicted = classifier.Predict(queries);
        Assert.Equal(["0", "1", "2"], predicted.Levels);
        Assert.Equal(shares.Select(row => Array.IndexOf(row, row.Max())), predicted.Codes.ToArray());
    }

    [Fact]
    public void OfEquallyDistantRows_TheFirstIsTheNeighbor()
    {
        var fitted = new KNeighborsRegressor { Neighbors = 1 }.Fit(FeatureMatrix.FromRows([[2], [0], [2]]), [10, 20, 30]);
        Assert.Equal([10], fitted.Predict(FeatureMatrix.FromRows([[1]])));
        Assert.Equal([10], fitted.Predict(FeatureMatrix.FromRows([[2]])));
    }

    [Fact]
    public void OfEquallyHeavyLabels_TheFirstLevelWins()
    {
        var fitted = new KNeighborsClassifier { Neighbors = 2 }.Fit(FeatureMatrix.FromRows([[0], [1]]), Categories.From(["b", "a"]));
        Assert.Equal("a", fitted.Predict(FeatureMatrix.FromRows([[0]]))[0]);
    }

    [Fact]
    public void NeighborAtDistanceZero_AloneCountsByDistance()
    {
        var fitted = new KNeighborsRegressor { Neighbors = 3, Weights = NeighborWeights.Distance }.Fit(_line, [1, 2, 3, 4]);
        Assert.Equal([2], fitted.Predict(FeatureMatrix.FromRows([[1]])));
    }

    [Fact]
    public void AsManyNeighborsAsRows_GiveTheMean() =>
        Assert.Equal([2.5], new KNeighborsRegressor { Neighbors = 4 }.Fit(_line, [1, 2, 3, 4]).Predict(FeatureMatrix.FromRows([[-1e300]])));

    [Fact]
    public void SearchInBlocks_FindsWhatSortingFinds()
    {
        var rows = KMeansTests.RandomRows(1300, 3);
        var queries = KMeansTests.RandomRows(70, 3, seed: 8);
        double[] target = [.. Enumerable.Range(0, 1300).Select(row => (double)row)];
        double[] predictions = new KNeighborsRegressor { Neighbors = 7 }.Fit(rows, target).Predict(queries);
        for (int query = 0; query < 70; query++)
        {
            var nearest = Enumerable.Range(0, 1300).OrderBy(row => Enumerable.Range(0, 3).Sum(c => Math.Pow(rows[row, c] - queries[query, c], 2))).Take(7);
            Assert.Equal(nearest.Average(), predictions[query], 1e-9);
        }
    }

    [Fact]
    public void Predictions_HaveTheSameBitsAtAnyNumberOfThreads()
    {
        var fitted = new KNeighborsRegressor { Weights = NeighborWeights.Distance }.Fit(KMeansTests.RandomRows(200, 2), KMeansTests.RandomRows(200, 1, seed: 6).AsColumnMajor().ToArray());
        var queries = KMeansTests.RandomRows(150, 2, seed: 8);
        double[][] runs = [.. new[] { 1, 2 }.Select(threads =>
        {
            using var scheduler = new WorkScheduler(threads);
            return fitted.Predict(queries, new FitContext(scheduler, TestContext.Current.CancellationToken));
        })];
        Assert.Equal(runs[0], runs[1]);
    }

    [Fact]
    public void FitThroughAPlan_GivesTheSameModel()
    {
        var labels = Categories.From(["a", "a", "b", "b"]);
        var planned = PlannedFit.Fit(new KNeighborsClassifier { Neighbors = 1 }, new Dataset(_line, Targets.Of(labels)));
        Assert.Equal(1, Metric.Accuracy.Score(labels, planned.Predict(_line)));
    }

    [Fact]
    public void MoreNeighborsThanRows_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new KNeighborsRegressor().Fit(_line, [1, 2, 3, 4]));
        Assert.StartsWith("KNeighborsRegressor was asked for 5 neighbors, but there are only 4 rows to learn from. Lower Neighbors, or give it more rows.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingLabel_IsRefusedByRow()
    {
        var error = Assert.Throws<ArgumentException>(() => new KNeighborsClassifier { Neighbors = 1 }.Fit(_line, Categories.From(["a", null, "b", "b"])));
        Assert.Contains("missing in row 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherColumns_AreRefused()
    {
        var fitted = new KNeighborsClassifier { Neighbors = 1 }.Fit(_line, Categories.From(["a", "a", "b", "b"]));
        var error = Assert.Throws<ColumnMismatchException>(() => fitted.Predict(FeatureMatrix.FromRows([[1, 2]])));
        Assert.Equal("KNeighborsClassifier was fitted on the columns [x0], but was given [x0, x1].", error.Message);
    }
}
