using CsCheck;
using TypedTune.Contracts;

namespace TypedTune.Learning.Tests;

public sealed class TimeSeriesSplitTests : SplitterContract
{
    protected override int FewestRows => 4;

    public static TheoryData<string, int, int, int?, int?> Goldens => new()
    {
        { "time_series_split_3", 3, 0, null, null },
        { "time_series_split_5", 5, 0, null, null },
        { "time_series_split_gap2_test4_max10", 3, 2, 4, 10 },
    };

    [Theory]
    [MemberData(nameof(Goldens))]
    public void Folds_AreScikitLearns(string name, int folds, int gap, int? testSize, int? maxTrainSize)
    {
        var golden = Golden.Read("splitters.json");
        var expected = golden.GetProperty("expected_test_indices").GetProperty(name).EnumerateArray().ToArray();

        var actual = new TimeSeriesSplit(folds) { Gap = gap, TestSize = testSize, MaxTrainSize = maxTrainSize }.Split(Rows(golden.GetProperty("rows").GetInt32()));

        Assert.Equal(expected.Select(fold => fold.GetProperty("test").Integers()), actual.Select(fold => fold.Validation));
        Assert.Equal(expected.Select(fold => fold.GetProperty("train").Integers()), actual.Select(fold => fold.Train));
    }

    [Fact]
    public void Time_NeverGoesBackwardsAndNoTimeIsOnBothSides() => Gen.Select(Gen.Long[0, 25].Array[40, 80], Gen.Int[2, 4], Gen.Int[0, 2]).Sample((times, folds, gap) =>
    {
        long[] all = [.. Enumerable.Range(0, 20).Select(time => (long)time), .. times];
        var rows = new RowRoles(Targets.Of(new double[all.Length])) { Time = all };
        foreach (var fold in new TimeSeriesSplit(folds) { Gap = gap }.Split(rows))
        {
            long last = fold.Train.Max(row => all[row]), first = fold.Validation.Min(row => all[row]);
            Assert.True(last < first);
            Assert.Equal(gap, all.Where(time => time > last && time < first).Distinct().Count());
        }
    });

    [Fact]
    public void RowsWithoutTimesOrWithTooFew_AreRefused()
    {
        Assert.StartsWith(
            "3 folds in time need a time a row, but the rows have none. Mark the column that holds them [Time], or set the Time of the Dataset.",
            Assert.Throws<ArgumentException>("rows", () => Create().Split(new RowRoles(Targets.Of([1, 2, 3, 4, 5])))).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "3 folds in time need at least 4 distinct times, and more with a gap, but there are 2.",
            Assert.Throws<ArgumentException>("rows", () => Create().Split(new RowRoles(Targets.Of(new double[9])) { Time = [1, 1, 1, 1, 2, 2, 2, 2, 2] })).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("Gap", () => new TimeSeriesSplit(3) { Gap = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("TestSize", () => new TimeSeriesSplit(3) { TestSize = 0 });
    }

    protected override ISplitter Create() => new TimeSeriesSplit(3);

    protected override RowRoles Rows(int rows) => new(Targets.Of(new double[rows])) { Time = [.. Enumerable.Range(0, rows).Select(row => 1_000L * row)] };
}
