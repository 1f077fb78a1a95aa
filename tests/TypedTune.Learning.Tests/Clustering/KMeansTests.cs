namespace TypedTune.Learning.Tests;

public sealed class KMeansTests : TransformerContract
{
    [Fact]
    public void SeparatedBlobs_AreFoundWithTheirInertia()
    {
        var rows = Blobs();
        var fitted = new KMeans { Clusters = 3, Seed = 7 }.Fit(rows);
        Assert.Equal([0, 10, 20], Enumerable.Range(0, 3).Select(k => Math.Round(fitted.Centers[k, 0])).Order());

        // Each blob is a cross of four rows at distance 1 around its middle.
        Assert.Equal(12, fitted.Inertia, 1e-9);
        Assert.All(fitted.Labels.ToArray().Chunk(5), blob => Assert.Single(blob.Distinct()));
    }

    [Fact]
    public void Labels_AreTheNearestCentersOfTheTrainingRows()
    {
        var rows = RandomRows(500, 3);
        var fitted = new KMeans { Clusters = 9 }.Fit(rows);
        Assert.Equal(fitted.Labels, fitted.Assign(rows));
        var distances = fitted.Transform(rows);
        double inertia = 0;
        for (int row = 0; row < rows.RowCount; row++)
        {
            double least = Enumerable.Range(0, 9).Min(k => distances[row, k]);
            Assert.Equal(least, distances[row, fitted.Labels[row]]);
            inertia += least * least;
        }

        Assert.Equal(inertia, fitted.Inertia, 1e-8 * inertia);
    }

    [Fact]
    public void Centers_AreTheMeansOfTheirRows()
    {
        var rows = RandomRows(400, 2);
        var fitted = new KMeans { Clusters = 6, Tolerance = 0 }.Fit(rows);
        for (int k = 0; k < 6; k++)
        {
            int[] own = [.. Enumerable.Range(0, 400).Where(row => fitted.Labels[row] == k)];
            for (int c = 0; c < 2; c++)
                Assert.Equal(own.Average(row => rows[row, c]), fitted.Centers[k, c], 1e-10);
        }
    }

    [Fact]
    public void Seed_DecidesTheRun()
    {
        var rows = RandomRows(300, 2);
        var configuration = new KMeans { Clusters = 12, Initializations = 1, Seed = 1 };
        Assert.Equal(configuration.Fit(rows).Centers.AsColumnMajor(), configuration.Fit(rows).Centers.AsColumnMajor());
        Assert.NotEqual(configuration.Fit(rows).Inertia, (configuration with { Seed = 2 }).Fit(rows).Inertia);
    }

    [Fact]
    public void MoreInitializations_AreNeverWorse()
    {
        var rows = RandomRows(300, 2);
        double[] inertias = [.. new[] { 1, 3, 10 }.Select(runs => new KMeans { Clusters = 12, Initializations = runs, Seed = 3 }.Fit(rows).Inertia)];
        Assert.Equal(inertias.OrderDescending(), inertias);
    }

    [Fact]
    public void MaxIterations_LimitsTheMovements() =>
        Assert.Equal(1, new KMeans { Clusters = 12, MaxIterations = 1 }.Fit(RandomRows(300, 2)).Iterations);

    [Fact]
    public void AsManyClustersAsDistinctRows_LeaveNoInertia()
    {
        var rows = FeatureMatrix.FromRows([[1, 1], [1, 1], [2, 5], [3, 4], [2, 5]]);
        var fitted = new KMeans { Clusters = 3 }.Fit(rows);
        Assert.Equal(0, fitted.Inertia);
        Assert.Equal(3, fitted.Labels.ToArray().Distinct().Count());
    }

    [Fact]
    public void MoreClustersThanDistinctRows_AreRefused()
    {
        var rows = FeatureMatrix.FromRows([[1, 1], [1, 1], [2, 5]]);
        var error = Assert.Throws<ArgumentException>(() => new KMeans { Clusters = 3 }.Fit(rows));
        Assert.StartsWith("KMeans was asked for 3 clusters, but there are only 2 distinct rows. Lower Clusters, or give it more rows.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DistancesTooLargeToSquare_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new KMeans { Clusters = 1 }.Fit(FeatureMatrix.FromRows([[1e200], [-1e200]])));
        Assert.Contains("cannot square the distances in x0, whose values reach from -1E+200 to 1E+200", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CancelledFit_Stops()
    {
        var context = new FitContext(WorkScheduler.Shared, new CancellationToken(canceled: true));
        Assert.ThrowsAny<OperationCanceledException>(() => new KMeans { Clusters = 2 }.Fit(TrainingRows(), context));
    }

    internal static FeatureMatrix RandomRows(int rows, int columns, int seed = 5)
    {
        var stream = Seed.Of(seed).Stream();
        var values = new double[rows * columns];
        foreach (ref double value in values.AsSpan())
            value = stream.NextNormal();
        return FeatureMatrix.FromColumnMajor(values, rows, FeatureNames.Numbered(columns));
    }

    protected override ITransformer Create() => new KMeans { Clusters = 3, Seed = 4 };

    protected override ITransformer CreateOther() => new KMeans { Clusters = 3, Seed = 5 };

    private static FeatureMatrix Blobs()
    {
        var rows = new List<double[]>();
        foreach (double middle in new[] { 0, 10, 20 })
            rows.AddRange([[middle, middle], [middle + 1, middle], [middle - 1, middle], [middle, middle + 1], [middle, middle - 1]]);
        return FeatureMatrix.FromRows(rows);
    }
}
