namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedStandardScalerTests : PersistentStepContract<FittedStandardScaler>
{
    protected override FittedStandardScaler Create() => new StandardScaler { WithMean = false }.Fit(Rows);

    protected override IEnumerable<object?> Answers(FittedStandardScaler model) => [.. base.Answers(model), .. Numbers.Of(model.Means), .. Numbers.Of(model.StandardDeviations)];
}
