namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedOneHotEncoderTests : PersistentEncoderContract<FittedOneHotEncoder>
{
    protected override FittedOneHotEncoder Create() => new OneHotEncoder { UnknownCategories = UnknownCategories.Ignore }.Fit(Rows);
}
