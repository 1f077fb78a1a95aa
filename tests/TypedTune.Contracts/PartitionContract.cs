namespace TypedTune.Contracts;

/// <summary>What every splitter promises that holds each row back exactly once and learns from all others, so that rows can be predicted across folds.</summary>
public abstract class PartitionContract : SplitterContract
{
    [Fact]
    public void EachRow_IsHeldBackOnceAndLearnedFromElse() => Sample((_, rows, folds) =>
    {
        int[] all = [.. Enumerable.Range(0, rows.RowCount)];
        Assert.Equal(all, folds.SelectMany(fold => fold.Validation).Order());
        Assert.All(folds, fold => Assert.Equal(all.Except(fold.Validation), fold.Train));
    });
}
