using CsCheck;
using TypedTune.Contracts;

namespace TypedTune.Learning.Tests;

public sealed class PurgedKFoldTests : PartitionContract
{
    protected override int FewestRows => 3;

    [Fact]
    public void WithoutPurgeAndEmbargo_FoldsAreThoseOfKFoldInTime() => Sample((_, rows, folds) =>
        Assert.Equal(new KFold(3).Split(rows).Select(fold => fold.Train), folds.Select(fold => fold.Train)));

    [Fact]
    public void TimesNearTheFold_AreLeftOut() => Gen.Select(Gen.Long[0, 40].Array[60, 120], Gen.Int[0, 3], Gen.Int[0, 4]).Sample((times, purge, embargo) =>
    {
        long[] all = [.. Enumerable.Range(0, 41).Select(time => (long)time), .. times];
        var rows = new RowRoles(Targets.Of(new double[all.Length])) { Time = all };
        foreach (var fold in new PurgedKFold(4) { Purge = purge, Embargo = embargo }.Split(rows))
        {
            long first = fold.Validation.Min(row => all[row]), last = fold.Validation.Max(row => all[row]);
            var learned = fold.Train.Select(row => all[row]).ToHashSet();
            Assert.Equal(Enumerable.Range(0, 41).Select(time => (long)time).Where(time => time < first - purge || time > last + embargo), learned.Order());
        }
    });

    [Fact]
    public void NothingLeftToLearnFrom_IsRefused() => Assert.StartsWith(
        "2 purged folds, 5 times before and 5 after left out leave fold 0 no time to learn from, of 8. Leave out fewer.",
        Assert.Throws<ArgumentException>("rows", () => new PurgedKFold(2) { Purge = 5, Embargo = 5 }.Split(Rows(8))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void RowsWithoutTimesOrWithTooFew_AreRefused()
    {
        Assert.Contains("need a time a row, but the rows have none. Mark the column that holds them [Time]", Assert.Throws<ArgumentException>("rows", () => Create().Split(new RowRoles(Targets.Of([1, 2, 3, 4])))).Message, StringComparison.Ordinal);
        Assert.Contains("need at least 3 distinct times, but there are 2.", Assert.Throws<ArgumentException>("rows", () => Create().Split(new RowRoles(Targets.Of(new double[4])) { Time = [1, 1, 2, 2] })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("Embargo", () => new PurgedKFold(3) { Embargo = -1 });
    }

    protected override ISplitter Create() => new PurgedKFold(3);

    protected override RowRoles Rows(int rows) => new(Targets.Of(new double[rows])) { Time = [.. Enumerable.Range(0, rows).Select(row => 10L * row)] };
}
