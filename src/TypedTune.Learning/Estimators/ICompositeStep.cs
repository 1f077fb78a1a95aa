namespace TypedTune.Learning;

/// <summary>A step that is made of steps, each of which the engine fits and shares separately. Implemented by the generator.</summary>
/// <typeparam name="TInput">The input that it reads.</typeparam>
/// <typeparam name="TOutput">The output that it makes.</typeparam>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public interface ICompositeStep<TInput, TOutput, TFitted> : IStep<TInput, TOutput, TFitted>
    where TFitted : IFittedStep<TInput, TOutput>
{
    /// <summary>Adds the inner steps to a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="path">This step's own path.</param>
    /// <param name="input">Its input.</param>
    /// <returns>The whole of the inner steps.</returns>
    StepHandle<TFitted, TOutput> Plan(IFitPlan plan, string path, DataHandle<TInput> input);
}
