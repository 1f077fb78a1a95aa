namespace TypedTune.Learning;

/// <summary>A step from categories to numbers.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public interface ICategoryEncoder<out TFitted> : IStep<CategoryMatrix, FeatureMatrix, TFitted>
    where TFitted : IFittedStep<CategoryMatrix, FeatureMatrix>;
