using TypedTune.Contracts;
using TypedTune.Learning;

namespace TypedTune.Seams;

public sealed class WholeGroupsTests : PartitionContract
{
    protected override int FewestRows => 3;

    [Fact]
    public void Search_LearnsFromNoRowOfAGroupThatItScores()
    {
        var data = new Dataset(SharedSearch.Data.Features, SharedSearch.Data.Targets) { Groups = Grouped(SharedSearch.Data.RowCount) };
        var search = new GridSearch<Ridge>(Ridge.Space.Alpha.In(0.1, 1)) { Evaluation = new WholeGroups(3), Scoring = Metric.RSquared };

        var best = search.Fit(data, cancellationToken: TestContext.Current.CancellationToken).Best;

        var folds = new WholeGroups(3).Split(data.Roles);
        Assert.All(folds, fold => Assert.Empty(fold.Train.Select(row => data.Groups.Codes[row]).Intersect(fold.Validation.Select(row => data.Groups.Codes[row]))));
        Assert.Equal(folds.Select(Score), best.FoldScores);

        double Score(Fold fold)
        {
            var (train, validation) = (data.TakeRows(fold.Train), data.TakeRows(fold.Validation));
            var model = best.Configuration.Fit(train.Features, train.Targets.Numbers);
            return Metric.RSquared.Score(validation.Targets.Numbers, model.Predict(validation.Features));
        }
    }

    protected override ISplitter Create() => new WholeGroups(3);

    protected override RowRoles Rows(int rows) => new(Targets.Of(new double[rows])) { Groups = Grouped(rows) };

    private static Categories Grouped(int rows) => Categories.From(Enumerable.Range(0, rows).Select(row => $"group {(row < 3 ? row : row * row % 7)}"));
}
