using TypedTune.Contracts;
using TypedTune.Learning.Tests.Forests;

namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedRandomForestRegressorTests : PersistentModelContract<FittedRandomForestRegressor>
{
    private static readonly FeatureMatrix Rows = Samples.WithSpecialColumns(Samples.Draw(4, 60, 5).Features, 4);
    private static readonly double[] Target = Samples.Draw(4, 60, 5).Target;

    protected override FittedRandomForestRegressor Create() => new RandomForestRegressor { Trees = 2, MaxDepth = 4, Seed = 4 }.Fit(Rows, Target);

    protected override IEnumerable<object?> Answers(FittedRandomForestRegressor model) => [model.Configuration, .. Numbers.Of(model.Predict(Rows)), .. model.FeatureImportances.Cast<object?>(), .. model.DecisionTrees.Select(tree => tree.ToString())];
}
