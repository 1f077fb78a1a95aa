namespace TypedTune.Learning.Tests.Searching;

/// <summary>What <c>All()</c> of the library's estimators covers: a good first space.</summary>
public sealed class RecommendedRangesTests
{
    [Fact]
    public void Ridge_VariesItsAlpha() => Assert.Equal(
        """
        hyperparameter  kind  range            scale  default
        Alpha           real  0.0001 to 10000  log          1

        """,
        Ridge.Space.Describe().ToString());

    [Fact]
    public void Forest_VariesFeaturesLeavesTreesAndSamples() => Assert.Equal(
        [
            "MaxFeatures|real|0.1 to 1|linear|all",
            "MinRowsInLeaf|whole|1 to 20|log|1",
            "Trees|whole|50 to 500|linear|100",
            "Sampling|choice|Bootstrap { Rows = 1 of the rows }, Subsample, EveryRow { }||Bootstrap { Rows = 1 of the rows }",
            "Sampling.Subsample.Rows|real|0.2 to 0.9|linear|",
        ],
        RandomForestRegressor.Space.Describe().Rows.Select(row => string.Join('|', row)));

    [Fact]
    public void Neighbors_VaryTheirNumberAndWeights() => Assert.Equal(["Neighbors", "Weights"], KNeighborsRegressor.Space.All().Parameters.Select(parameter => parameter.Path));

    [Fact]
    public void Steps_AddNothingByThemselves() => Assert.Equal(["Alpha"], ScaledRidge.Space.All().Parameters.Select(parameter => parameter.Path.Split('.')[^1]));

    [Fact]
    public void ForestsOfAllRanges_CanBeFitted()
    {
        var rows = new Dataset(FeatureMatrix.FromColumns(FeatureNames.Numbered(2), [.. Enumerable.Range(0, 40).Select(i => (double)(i * 7 % 40))], [.. Enumerable.Range(0, 40).Select(i => (double)(i * 3 % 40))]), [.. Enumerable.Range(0, 40).Select(i => (double)i)]);
        var search = new RandomizedSearch<RandomForestRegressor>(RandomForestRegressor.Space.All()) { Iterations = 8, Seed = 1, Evaluation = new KFold(2), Scoring = Metric.MeanAbsoluteError };

        Assert.All(search.Fit(rows, cancellationToken: TestContext.Current.CancellationToken).Trials, trial => Assert.Equal(TrialState.Complete, trial.State));
    }
}

[Pipeline]
public sealed partial record ScaledRidge
{
    public SimpleImputer Impute { get; init; } = new();
    public StandardScaler Scale { get; init; } = new();
    public Ridge Ridge { get; init; } = new();
}
