namespace TypedTune.Learning.Tests;

public sealed class ClusterSimilarityTests : TransformerContract
{
    [Fact]
    public void Similarity_IsTheGaussianOfTheDistanceToEachCenter()
    {
        var rows = KMeansTests.RandomRows(200, 2);
        var clusters = new KMeans { Clusters = 4, Seed = 42 }.Fit(rows);
        var fitted = new ClusterSimilarity { Clusters = 4, Gamma = 0.3, Seed = 42 }.Fit(rows);
        Assert.Equal(clusters.Centers.AsColumnMajor(), fitted.Centers.AsColumnMajor());
        double[] expected = [.. clusters.Transform(rows).AsColumnMajor().ToArray().Select(distance => Math.Exp(-0.3 * distance * distance))];
        Matrices.AssertClose(expected, fitted.Transform(rows).AsColumnMajor().ToArray(), 1e-12);
    }

    [Fact]
    public void RowAtACenter_HasSimilarityOne()
    {
        var fitted = new ClusterSimilarity { Clusters = 3 }.Fit(KMeansTests.RandomRows(50, 2));
        var similarities = fitted.Transform(fitted.Centers);
        Assert.All(Enumerable.Range(0, 3), k => Assert.Equal(1, similarities[k, k]));
        Assert.All(similarities.AsColumnMajor().ToArray(), similarity => Assert.InRange(similarity, 0, 1));
    }

    [Fact]
    public void FarAwayRow_HasSimilarityZeroAndNotNaN()
    {
        var fitted = new ClusterSimilarity { Clusters = 2 }.Fit(KMeansTests.RandomRows(50, 2));
        Assert.All(fitted.Transform(FeatureMatrix.FromRows([[1e300, -1e300]])).AsColumnMajor().ToArray(), similarity => Assert.Equal(0, similarity));
    }

    [Fact]
    public void Names_CountTheClusters() =>
        Assert.Equal(["Cluster 0 similarity", "Cluster 1 similarity"], new ClusterSimilarity { Clusters = 2 }.Fit(TrainingRows()).FeatureNames);

    [Fact]
    public void MoreClustersThanDistinctRows_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new ClusterSimilarity().Fit(TrainingRows()));
        Assert.StartsWith("ClusterSimilarity was asked for 10 clusters, but there are only 6 distinct rows.", error.Message, StringComparison.Ordinal);
    }

    protected override ITransformer Create() => new ClusterSimilarity { Clusters = 3 };

    protected override ITransformer CreateOther() => new ClusterSimilarity { Clusters = 3, Gamma = 2 };
}
