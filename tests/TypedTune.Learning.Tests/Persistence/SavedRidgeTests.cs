using TypedTune.Contracts;
using TypedTune.Learning.Tests.Forests;

namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedRidgeTests : PersistentModelContract<FittedRidge>
{
    private static readonly (FeatureMatrix Features, double[] Target) Rows = Samples.Draw(3, 40, 3);

    protected override FittedRidge Create() => new Ridge { Alpha = 0.5 }.Fit(Rows.Features, Rows.Target);

    protected override IEnumerable<object?> Answers(FittedRidge model) => [.. Numbers.Of(model.Predict(Rows.Features)), .. Numbers.Of(model.Coefficients), model.Intercept];
}
