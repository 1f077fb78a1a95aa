namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedOrdinalEncoderTests : PersistentEncoderContract<FittedOrdinalEncoder>
{
    protected override FittedOrdinalEncoder Create() => new OrdinalEncoder().Fit(Rows);
}
