namespace TypedTune.Learning;

/// <summary>A step from numbers to numbers.</summary>
public interface ITransformer : IStep<FeatureMatrix, FeatureMatrix>;

/// <summary>A step from numbers to numbers whose fitted type is known.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public interface ITransformer<out TFitted> : ITransformer, IStep<FeatureMatrix, FeatureMatrix, TFitted>
    where TFitted : IFittedStep<FeatureMatrix, FeatureMatrix>;
