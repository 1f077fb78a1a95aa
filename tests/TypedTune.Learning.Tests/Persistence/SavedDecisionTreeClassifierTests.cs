using TypedTune.Contracts;
using TypedTune.Learning.Tests.Forests;

namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedDecisionTreeClassifierTests : PersistentModelContract<FittedDecisionTreeClassifier>
{
    private static readonly FeatureMatrix Rows = Samples.WithSpecialColumns(Samples.Draw(4, 60, 5).Features, 4);
    private static readonly double[] Target = Samples.Draw(4, 60, 5).Target;

    protected override FittedDecisionTreeClassifier Create() => new DecisionTreeClassifier { MaxDepth = 5 }.Fit(Rows, Samples.Labels(Rows, 3));

    protected override IEnumerable<object?> Answers(FittedDecisionTreeClassifier model) => [model.Configuration, .. Numbers.Of(model.PredictProbabilities(Rows)), model.ToString()];
}
