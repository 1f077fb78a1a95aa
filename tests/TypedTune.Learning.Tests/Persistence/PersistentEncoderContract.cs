using TypedTune.Contracts;

namespace TypedTune.Learning.Tests.Persistence;

/// <summary>An encoder of categories that is saved and loaded.</summary>
public abstract class PersistentEncoderContract<TModel> : PersistentModelContract<TModel>
    where TModel : class, IPersistentModel<TModel>, IFittedStep<CategoryMatrix, FeatureMatrix>
{
    protected static CategoryMatrix Rows { get; } = new(
        new FeatureNames("Soil", "Slope"),
        Categories.From(["clay", "sand", "", "größer", "clay"]),
        Categories.From(["a", "b", "b", "a", "c"]));

    protected override IEnumerable<object?> Answers(TModel model) => Numbers.Of(model.Transform(Rows));
}
