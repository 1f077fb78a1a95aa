namespace TypedTune.Learning.Tests;

/// <summary>The folds of a search that is told none.</summary>
public sealed class SuitableFoldsTests
{
    private static readonly Categories s_labels = Categories.From(Enumerable.Range(0, 60).Select(row => row % 2 == 0 ? "a" : "b"));
    private static readonly Categories s_groups = Categories.From(Enumerable.Range(0, 60).Select(row => $"group {row % 7}"));
    private static readonly FeatureMatrix s_features = FeatureMatrix.FromRows([.. Enumerable.Range(0, 60).Select(row => new[] { row * 7.0 % 13 })]);

    public static TheoryData<Dataset, string> Numbers => new()
    {
        { new Dataset(s_features, new double[60]), "5 folds" },
        { new Dataset(s_features, new double[60]) { Groups = s_groups }, "5 group folds" },
        { new Dataset(s_features, new double[60]) { Time = [.. Enumerable.Range(0, 60).Select(row => (long)row)] }, "5 folds in time" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Plan_SaysWhichSuitTheRows(Dataset data, string expected) =>
        Assert.Equal(expected, new GridSearch<Ridge>(Ridge.Space.Alpha.In(1, 2)) { Scoring = Metric.MeanAbsoluteError }.Plan(data).Evaluation.ToString());

    [Fact]
    public void Labels_AreStratified()
    {
        var search = new GridSearch<KNeighborsClassifier>(KNeighborsClassifier.Space.Neighbors.In(1, 3)) { Scoring = Metric.Accuracy };

        Assert.Equal("5 stratified folds", search.Plan(new Dataset(s_features, Targets.Of(s_labels))).Evaluation.ToString());
        Assert.Equal("5 stratified group folds", search.Plan(new Dataset(s_features, Targets.Of(s_labels)) { Groups = s_groups }).Evaluation.ToString());
    }

    [Fact]
    public void GroupsAndTimes_MustBeToldApart()
    {
        var data = new Dataset(s_features, new double[60]) { Groups = s_groups, Time = new long[60] };

        Assert.StartsWith(
            "The rows have groups and times, so that the search must be told which its folds heed: set Evaluation to a GroupKFold or a TimeSeriesSplit, for example.",
            Assert.Throws<ArgumentException>("rows", () => new GridSearch<Ridge>(Ridge.Space.Alpha.In(1, 2)) { Scoring = Metric.MeanAbsoluteError }.Fit(data, cancellationToken: TestContext.Current.CancellationToken)).Message,
            StringComparison.Ordinal);
    }
}
