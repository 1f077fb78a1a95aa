using TypedTune.Learning.Tests.Validation;

namespace TypedTune.Learning.Tests.Estimators;

/// <summary>Counts of 2,147,483,647 are refused, or mean as much as there is, before memory or time are spent on them.</summary>
public sealed class LargestCountTests
{
    private static readonly Dataset s_data = Samples.Signal(40);
    private static readonly Dataset s_labels = Samples.Labels(40);

    public static TheoryData<IRegressor> TooMany =>
    [
        new RandomForestRegressor { Trees = int.MaxValue },
        new RandomForestRegressor { Trees = 1_000_001 },
        new QuantileForestRegressor { Trees = int.MaxValue },
        new KNeighborsRegressor { Neighbors = int.MaxValue },
        new RandomForestRegressor { MaxFeatures = int.MaxValue },
        new RandomForestRegressor { Sampling = new Subsample { Rows = int.MaxValue } },
    ];

    public static TheoryData<IRegressor> AsManyAsThereAre =>
    [
        new RandomForestRegressor { Trees = 3, MaxDepth = int.MaxValue },
        new RandomForestRegressor { Trees = 3, MaxLeaves = int.MaxValue },
        new RandomForestRegressor { Trees = 3, MinRowsToSplit = int.MaxValue },
        new RandomForestRegressor { Trees = 3, MinRowsInLeaf = int.MaxValue },
        new RandomForestRegressor { Trees = 3, SplitRule = SplitRule.Random, MinRowsInLeaf = int.MaxValue },
    ];

    [Theory]
    [MemberData(nameof(TooMany))]
    public void MoreThanThereIs_IsRefusedAtOnce(IRegressor regressor)
    {
        Assert.ThrowsAny<ArgumentException>(() => regressor.Fit(s_data.Features, s_data.Roles.Targets.Numbers));
        Assert.ThrowsAny<ArgumentException>(() => regressor is IWeightedRegressor weighted ? weighted.Fit(s_data.Features, s_data.Roles.Targets.Numbers, [.. Enumerable.Repeat(1.0, 40)]) : throw new ArgumentException());
    }

    [Theory]
    [MemberData(nameof(AsManyAsThereAre))]
    public void LimitOfAnySize_IsNone(IRegressor regressor) =>
        Assert.All(regressor.Fit(s_data.Features, s_data.Roles.Targets.Numbers).Predict(s_data.Features), value => Assert.True(double.IsFinite(value)));

    [Fact]
    public void SearchOfTooManyTrees_SaysSoOfTheCandidate()
    {
        var search = new GridSearch<RandomForestRegressor>(Grid<RandomForestRegressor>.Of(new RandomForestRegressor { Trees = int.MaxValue })) { Scoring = Metric.MeanSquaredError, Evaluation = new KFold(2) };

        var error = Record.Exception(() => search.Fit(s_data, cancellationToken: TestContext.Current.CancellationToken).Model);

        Assert.Contains("Trees", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherCounts_AreRefusedAtOnce()
    {
        Assert.ThrowsAny<ArgumentException>(() => new RandomForestClassifier { Trees = int.MaxValue }.Fit(s_labels.Features, s_labels.Roles.Targets.Labels));
        Assert.ThrowsAny<ArgumentException>(() => new KNeighborsClassifier { Neighbors = int.MaxValue }.Fit(s_labels.Features, s_labels.Roles.Targets.Labels));
        Assert.ThrowsAny<ArgumentException>(() => new KMeans { Clusters = int.MaxValue }.Fit(s_data.Features));
        Assert.ThrowsAny<ArgumentException>(() => new KMeans { Clusters = 2, Initializations = int.MaxValue }.Fit(s_data.Features));
        Assert.ThrowsAny<ArgumentException>(() => new ClusterSimilarity { Clusters = int.MaxValue }.Fit(s_data.Features));
        Assert.ThrowsAny<ArgumentException>(() => new PermutationImportanceOptions { Repeats = int.MaxValue });
        Assert.ThrowsAny<ArgumentException>(() => new PermutationTestOptions { Permutations = int.MaxValue });
        Assert.ThrowsAny<ArgumentException>(() => new Ridge().LearningCurve(s_data, new KFold(2), Metric.MeanSquaredError, new() { Sizes = [int.MaxValue] }, TestContext.Current.CancellationToken));
        Assert.Equal(40, new KMeans { Clusters = 2, MaxIterations = int.MaxValue }.Fit(s_data.Features).Labels.Length);
    }

    [Fact]
    public void TreesThatDoNotFitIntoMemory_AreRefusedAfterTheFirst()
    {
        var tree = new DecisionTreeRegressor().Fit(s_data.Features, s_data.Roles.Targets.Numbers).Trees[0];

        ForestGrowth.RequireRoom(tree, 1000, 1000 * tree.Bytes);
        var error = Assert.Throws<ArgumentException>(() => ForestGrowth.RequireRoom(tree, 1_000_000, 1_000_000 * tree.Bytes - 1));

        Assert.Contains("1000000 trees like the first one", error.Message, StringComparison.Ordinal);
    }
}
