namespace TypedTune.Learning.Tests.Persistence;

public sealed class SavedKMeansTests : PersistentStepContract<FittedKMeans>
{
    protected override FittedKMeans Create() => new KMeans { Clusters = 3, Seed = 4 }.Fit(Rows);

    protected override IEnumerable<object?> Answers(FittedKMeans model) => [.. base.Answers(model), model.Inertia, model.Iterations, .. model.Labels.ToArray().Cast<object?>(), .. Numbers.Of(model.Centers)];
}
