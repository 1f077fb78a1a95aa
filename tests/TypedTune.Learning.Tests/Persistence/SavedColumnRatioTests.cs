namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedColumnRatioTests : PersistentStepContract<FittedColumnRatio>
{
    protected override FittedColumnRatio Create() => new ColumnRatio().Fit(Rows);
}
