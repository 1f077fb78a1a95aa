namespace TypedTune.Learning;

/// <summary>A predictor on a matrix that is made of steps, such as a scaler before a regression. Implemented by the generator.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public interface ICompositePredictor<TFitted>
{
    /// <summary>Adds the inner steps to a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="path">This step's own path.</param>
    /// <param name="input">Its input.</param>
    /// <returns>The whole of the inner steps.</returns>
    PredictionHandle<TFitted> Plan(IFitPlan plan, string path, DataHandle<FeatureMatrix> input);
}
