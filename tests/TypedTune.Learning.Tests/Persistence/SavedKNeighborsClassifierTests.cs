using TypedTune.Contracts;
using TypedTune.Learning.Tests.Forests;

namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedKNeighborsClassifierTests : PersistentModelContract<FittedKNeighborsClassifier>
{
    private static readonly (FeatureMatrix Features, double[] Target) Rows = Samples.Draw(3, 40, 3);

    protected override FittedKNeighborsClassifier Create() => new KNeighborsClassifier { Neighbors = 3 }.Fit(Rows.Features, Samples.Labels(Rows.Features, 3));

    protected override IEnumerable<object?> Answers(FittedKNeighborsClassifier model) => [.. Numbers.Of(model.Predict(Rows.Features)), .. Numbers.Of(model.PredictProbabilities(Rows.Features))];
}
