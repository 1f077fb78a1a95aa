using TypedTune.Contracts;
using TypedTune.Learning.Tests.Forests;

namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedQuantileForestRegressorTests : PersistentModelContract<FittedQuantileForestRegressor>
{
    private static readonly FeatureMatrix Rows = Samples.WithSpecialColumns(Samples.Draw(4, 60, 5).Features, 4);
    private static readonly double[] Target = Samples.Draw(4, 60, 5).Target;

    protected override FittedQuantileForestRegressor Create() => new QuantileForestRegressor { Trees = 2, MaxDepth = 4, Seed = 4 }.Fit(Rows, Target);

    protected override IEnumerable<object?> Answers(FittedQuantileForestRegressor model) => [model.Configuration, .. Numbers.Of(model.PredictQuantiles(Rows, [0, 0.5, 1])), .. Numbers.Of(model.Predict(Rows))];
}
