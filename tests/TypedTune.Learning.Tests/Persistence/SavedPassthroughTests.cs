namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedPassthroughTests : PersistentStepContract<FittedPassthrough>
{
    protected override FittedPassthrough Create() => new Passthrough().Fit(Rows);
}
