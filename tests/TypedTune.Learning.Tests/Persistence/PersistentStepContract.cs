using TypedTune.Contracts;

namespace TypedTune.Learning.Tests.Persistence;

/// <summary>A step of numbers that is saved and loaded.</summary>
public abstract class PersistentStepContract<TModel> : PersistentModelContract<TModel>
    where TModel : class, IPersistentModel<TModel>, IFittedStep<FeatureMatrix, FeatureMatrix>
{
    protected static FeatureMatrix Rows { get; } = FeatureMatrix.FromColumns(
        new FeatureNames("TotalRooms", "Households"),
        [1, 2.5, 4, 8, 16.25, 3, 1e-3],
        [7, 7.5, 1, 2, 2, 9, 0.1]);

    protected override IEnumerable<object?> Answers(TModel model) => Numbers.Of(model.Transform(Rows));
}
