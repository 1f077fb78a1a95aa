using TypedTune.Contracts;
using TypedTune.Learning.Tests.Validation;

namespace TypedTune.Learning.Tests;

/// <summary>A splitter of a user's own, which sees the groups of the rows.</summary>
public sealed class GroupKFoldTests : PartitionContract
{
    protected override int FewestRows => 3;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Folds_AreScikitLearns(int folds)
    {
        var golden = Golden.Read("splitters.json");
        int[] groups = golden.GetProperty("groups").Integers();
        var rows = new RowRoles(Targets.Of(new double[groups.Length])) { Groups = Grouped(groups) };

        var expected = golden.GetProperty("expected_test_indices").GetProperty($"group_k_fold_{folds}");
        Assert.Equal(expected.EnumerateArray().Select(fold => fold.Integers()), new GroupKFold(folds).Split(rows).Select(fold => fold.Validation));
    }

    [Fact]
    public void RowsOfAGroup_AreNeverOnBothSidesInASearch()
    {
        var data = new Dataset(Samples.Signal(60).Features, Samples.Signal(60).Targets) { Groups = Grouped([.. Enumerable.Range(0, 60).Select(row => row * row % 11)]) };
        var search = new GridSearch<Ridge>(Ridge.Space.Alpha.In(0.1, 1)) { Evaluation = new GroupKFold(3), Scoring = Metric.RSquared };

        var best = search.Fit(data, cancellationToken: TestContext.Current.CancellationToken).Best;

        var folds = new GroupKFold(3).Split(data.Roles);
        Assert.All(folds, fold => Assert.Empty(fold.Train.Select(row => data.Groups.Codes[row]).Intersect(fold.Validation.Select(row => data.Groups.Codes[row]))));
        Assert.Equal(best.FoldScores, folds.Select(fold => Metric.RSquared.Score(data.Targets.Numbers.Where((_, row) => fold.Validation.Contains(row)).ToArray(), PlannedFit.Fit(best.Configuration, data.TakeRows(fold.Train)).Predict(data.Features.TakeRows(fold.Validation)))));
    }

    [Fact]
    public void InnerFoldsOfANestedSearch_KnowTheGroupsOfTheirRows()
    {
        var data = new Dataset(Samples.Signal(60).Features, Samples.Signal(60).Targets) { Groups = Grouped([.. Enumerable.Range(0, 60).Select(row => row % 10)]) };
        var search = new GridSearch<Ridge>(Ridge.Space.Alpha.In(0.1, 1)) { Evaluation = new GroupKFold(2), Scoring = Metric.RSquared };

        Assert.Equal(4, search.CrossValidate(data, new GroupKFold(4), cancellationToken: TestContext.Current.CancellationToken).Folds.Count);
    }

    [Fact]
    public void RowsWithoutGroups_AreRefusedBeforeAnythingIsFitted()
    {
        var search = new GridSearch<Ridge>(Ridge.Space.Alpha.In(0.1, 1)) { Evaluation = new GroupKFold(3), Scoring = Metric.RSquared };

        Assert.StartsWith("3 group folds need a group a row", Assert.Throws<ArgumentException>(() => search.Plan(Samples.Signal(20))).Message, StringComparison.Ordinal);
    }

    protected override ISplitter Create() => new GroupKFold(3);

    protected override RowRoles Rows(int rows) => new(Targets.Of(new double[rows])) { Groups = Grouped([.. Enumerable.Range(0, rows).Select(row => row < 3 ? row : row * row % 7)]) };

    private static Categories Grouped(int[] groups) => new([.. Enumerable.Range(0, groups.Max() + 1).Select(group => $"group {group}")], groups);
}
