using TypedTune.Contracts;
using TypedTune.Learning.Tests.Forests;

namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedDecisionTreeRegressorTests : PersistentModelContract<FittedDecisionTreeRegressor>
{
    private static readonly FeatureMatrix Rows = Samples.WithSpecialColumns(Samples.Draw(4, 60, 5).Features, 4);
    private static readonly double[] Target = Samples.Draw(4, 60, 5).Target;

    protected override FittedDecisionTreeRegressor Create() => new DecisionTreeRegressor { MaxDepth = 5 }.Fit(Rows, Target);

    protected override IEnumerable<object?> Answers(FittedDecisionTreeRegressor model) => [model.Configuration, .. Numbers.Of(model.Predict(Rows)), model.ToString()];
}
