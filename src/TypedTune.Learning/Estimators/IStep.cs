namespace TypedTune.Learning;

/// <summary>A configuration that, fitted on an input, gives an object that maps such inputs to outputs.</summary>
/// <typeparam name="TInput">The input that it reads: a <see cref="FeatureMatrix"/>, a <see cref="CategoryMatrix"/> or a <see cref="Table{TRow}"/>.</typeparam>
/// <typeparam name="TOutput">The output that it makes.</typeparam>
/// <remarks>Implement one of the derived interfaces, with the fitted type: <see cref="ITransformer{TFitted}"/>, <see cref="ICategoryTransformer{TFitted}"/>, <see cref="ICategoryEncoder{TFitted}"/>.</remarks>
public interface IStep<TInput, TOutput>
{
    /// <summary>Learns from <paramref name="input"/>. The configuration itself never changes.</summary>
    /// <param name="input">The training rows.</param>
    /// <param name="context">Threads and cancellation; default all processors.</param>
    /// <exception cref="ArgumentException">The configuration or the input is illegal.</exception>
    IFittedStep<TInput, TOutput> Fit(TInput input, FitContext? context = null);
}

/// <summary>A step whose fitted type is known.</summary>
/// <typeparam name="TInput">The input that it reads.</typeparam>
/// <typeparam name="TOutput">The output that it makes.</typeparam>
/// <typeparam name="TFitted">The fitted object: immutable and thread safe.</typeparam>
public interface IStep<TInput, TOutput, out TFitted> : IStep<TInput, TOutput>
    where TFitted : IFittedStep<TInput, TOutput>
{
    /// <inheritdoc cref="IStep{TInput, TOutput}.Fit"/>
    new TFitted Fit(TInput input, FitContext? context = null);

    IFittedStep<TInput, TOutput> IStep<TInput, TOutput>.Fit(TInput input, FitContext? context) => Fit(input, context);
}
