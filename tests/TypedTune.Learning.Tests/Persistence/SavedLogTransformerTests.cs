namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedLogTransformerTests : PersistentStepContract<FittedLogTransformer>
{
    protected override FittedLogTransformer Create() => new LogTransformer { Offset = 0.5 }.Fit(Rows);
}
