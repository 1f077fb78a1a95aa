using TypedTune.Contracts;

namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedCategoryImputerTests : PersistentModelContract<FittedCategoryImputer>
{
    private static readonly CategoryMatrix Rows = new(new FeatureNames("Soil"), Categories.From(["clay", null, "sand", "clay"]));

    protected override FittedCategoryImputer Create() => new CategoryImputer().Fit(Rows);

    protected override IEnumerable<object?> Answers(FittedCategoryImputer model) => [.. model.Fills, .. model.FeatureNames, .. Numbers.Of(model.Transform(Rows).Column(0))];
}
