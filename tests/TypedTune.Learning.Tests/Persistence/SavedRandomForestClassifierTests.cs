using TypedTune.Contracts;
using TypedTune.Learning.Tests.Forests;

namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedRandomForestClassifierTests : PersistentModelContract<FittedRandomForestClassifier>
{
    private static readonly FeatureMatrix Rows = Samples.WithSpecialColumns(Samples.Draw(4, 60, 5).Features, 4);
    private static readonly double[] Target = Samples.Draw(4, 60, 5).Target;

    protected override FittedRandomForestClassifier Create() => new RandomForestClassifier { Trees = 2, MaxDepth = 4, Seed = 4 }.Fit(Rows, Samples.Labels(Rows, 3));

    protected override IEnumerable<object?> Answers(FittedRandomForestClassifier model) => [model.Configuration, .. model.Levels, .. Numbers.Of(model.PredictProbabilities(Rows)), .. model.DecisionTrees.Select(tree => tree.ToString())];
}
