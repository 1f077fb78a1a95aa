namespace TypedTune.Learning;

/// <summary>A step from categories to categories, such as an imputer.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public interface ICategoryTransformer<out TFitted> : IStep<CategoryMatrix, CategoryMatrix, TFitted>
    where TFitted : IFittedStep<CategoryMatrix, CategoryMatrix>;
