namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedClusterSimilarityTests : PersistentStepContract<FittedClusterSimilarity>
{
    protected override FittedClusterSimilarity Create() => new ClusterSimilarity { Clusters = 3, Gamma = 0.1, Seed = 4 }.Fit(Rows);
}
