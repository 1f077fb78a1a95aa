namespace TypedTune.Learning.Tests.Estimators;

/// <summary>Features in any unit: distances that leave the range of a double are right or an error.</summary>
public sealed class ExtremeFeatureTests
{
    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(-1000)]
    [InlineData(-560)]
    [InlineData(560)]
    [InlineData(1000)]
    public void NeighborsInAnotherUnit_AreTheSame(int power)
    {
        var random = Seed.Of(3).Stream();
        double[][] rows = [.. Enumerable.Range(0, 60).Select(_ => new[] { random.NextNormal(), random.NextNormal() })];
        double[] target = [.. Enumerable.Range(0, 60).Select(row => (double)row)];
        var model = new KNeighborsRegressor { Neighbors = 3, Weights = NeighborWeights.Distance };
        var features = FeatureMatrix.FromRows(rows);
        var scaled = FeatureMatrix.FromRows(Array.ConvertAll(rows, row => Array.ConvertAll(row, value => Math.ScaleB(value, power))));

        double[] expected = model.Fit(features, target, Context).Predict(features, Context);

        Assert.Equal(expected, model.Fit(scaled, target, Context).Predict(scaled, Context));
    }

    [Fact]
    public void QueryTooFarAway_IsRefusedByRow()
    {
        var model = new KNeighborsRegressor { Neighbors = 1 }.Fit(FeatureMatrix.FromRows([[1.0], [2.0]]), [1, 2], Context);

        var error = Assert.Throws<ArgumentException>(() => model.Predict(FeatureMatrix.FromRows([[1.0], [1e200]]), Context));

        Assert.Contains("row 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ClustersOfDistancesBelowTheRange_AreRefused() => Assert.Contains(
        "below the range of a double",
        Assert.Throws<ArgumentException>(() => new KMeans { Clusters = 2 }.Fit(FeatureMatrix.FromRows([[1e-200], [2e-200], [9e-200]]), Context)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void RowsTooFarFromEveryCenter_AreRefusedByRow()
    {
        var clusters = new KMeans { Clusters = 2 }.Fit(FeatureMatrix.FromRows([[1.0], [2.0], [9.0]]), Context);
        var rows = FeatureMatrix.FromRows([[1.0], [2.0], [1e200]]);

        Assert.Contains("row 2", Assert.Throws<ArgumentException>(() => clusters.Assign(rows)).Message, StringComparison.Ordinal);
        Assert.Contains("row 2", Assert.Throws<ArgumentException>(() => clusters.Transform(rows)).Message, StringComparison.Ordinal);
    }
}
