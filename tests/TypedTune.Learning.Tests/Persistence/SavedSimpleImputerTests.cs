namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedSimpleImputerTests : PersistentStepContract<FittedSimpleImputer>
{
    protected override FittedSimpleImputer Create() => new SimpleImputer().Fit(Rows);

    protected override IEnumerable<object?> Answers(FittedSimpleImputer model) => [.. base.Answers(model), .. Numbers.Of(model.Statistics)];
}
