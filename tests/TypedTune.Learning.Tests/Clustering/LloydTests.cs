namespace TypedTune.Learning.Tests;

public sealed class LloydTests
{
    [Fact]
    public void EmptyCluster_TakesOverTheFarthestRow()
    {
        var lloyd = new Lloyd(FeatureMatrix.FromRows([[0], [1], [10], [11], [14]]), 3, null);
        new double[] { 0.5, 11, 1000 }.CopyTo(lloyd.Centers, 0);
        lloyd.Improve(10, 0, TestContext.Current.CancellationToken);
        Assert.Equal([0.5, 10.5, 14], lloyd.Centers);
        Assert.Equal([0, 0, 1, 1, 2], lloyd.Labels);
        Assert.Equal(1, lloyd.Inertia);
    }

    [Fact]
    public void SeveralEmptyClusters_AreAllFilled()
    {
        var lloyd = new Lloyd(FeatureMatrix.FromRows([[0], [1], [2], [3]]), 4, null);
        new double[] { 1, 500, 600, 700 }.CopyTo(lloyd.Centers, 0);
        lloyd.Improve(10, 0, TestContext.Current.CancellationToken);
        Assert.Equal([0, 1, 2, 3], lloyd.Centers.Order());
        Assert.Equal(0, lloyd.Inertia);
    }
}
