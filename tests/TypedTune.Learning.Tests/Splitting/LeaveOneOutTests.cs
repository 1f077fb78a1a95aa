using TypedTune.Contracts;

namespace TypedTune.Learning.Tests;

public sealed class LeaveOneOutTests : PartitionContract
{
    protected override int FewestRows => 2;

    [Fact]
    public void EachFold_HoldsOneRowBack() => Sample((_, rows, folds) =>
    {
        Assert.Equal(Enumerable.Range(0, rows.RowCount).Select(row => new[] { row }), folds.Select(fold => fold.Validation));
        Assert.All(folds, fold => Assert.Equal(rows.RowCount - 1, fold.Train.Length));
    });

    [Fact]
    public void Search_ScoresOneFoldARow()
    {
        var data = new Dataset(FeatureMatrix.FromRows([[1], [2], [4], [7], [9]]), [1, 2, 4.5, 6, 9]);
        var search = new GridSearch<Ridge>(Ridge.Space.Alpha.In(0.1, 1)) { Evaluation = new LeaveOneOut(), Scoring = Metric.MeanAbsoluteError };

        var result = search.Fit(data, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(5, search.Plan(data).Folds);
        Assert.All(result.Trials, trial => Assert.Equal(5, trial.FoldScores.Count));
        using var stream = new MemoryStream();
        result.WriteJson(stream);
        stream.Position = 0;
        Assert.Equal(result.Trials.Select(trial => trial.Score), search.ReadJson(stream).Trials.Select(trial => trial.Score));
        var units = search.Units(data);
        Assert.Equal(10, units.Count);
        Assert.Equal(result.Trials.Select(trial => trial.Score), search.Join(data, search.FitUnits(data, units, TestContext.Current.CancellationToken)).Trials.Select(trial => trial.Score));
    }

    [Fact]
    public void MetricThatOneRowLeavesUndefined_Fails()
    {
        var data = new Dataset(FeatureMatrix.FromRows([[1], [2], [4], [7], [9]]), [1, 2, 4.5, 6, 9]);

        var error = Assert.Throws<FitException>(() => new Ridge().CrossValidate(data, new LeaveOneOut(), Metric.RSquared, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("R²", error.Message, StringComparison.Ordinal);
    }

    protected override ISplitter Create() => new LeaveOneOut();

    protected override RowRoles Rows(int rows) => new(Targets.Of(new double[rows]));

    protected override int? FoldsOf(int rows) => rows;
}
