using TypedTune.Contracts;
using TypedTune.Learning.Tests.Forests;

namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedKNeighborsRegressorTests : PersistentModelContract<FittedKNeighborsRegressor>
{
    private static readonly (FeatureMatrix Features, double[] Target) Rows = Samples.Draw(3, 40, 3);

    protected override FittedKNeighborsRegressor Create() => new KNeighborsRegressor { Neighbors = 3, Weights = NeighborWeights.Distance }.Fit(Rows.Features, Rows.Target);

    protected override IEnumerable<object?> Answers(FittedKNeighborsRegressor model) => Numbers.Of(model.Predict(Rows.Features.TakeRows([5, 0, 7])));
}
