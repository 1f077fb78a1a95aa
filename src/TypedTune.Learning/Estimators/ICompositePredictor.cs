namespace TypedTune.Learning;

/// <summary>A predictor on a matrix that is made of steps, such as a scaler before a regression. Implemented by the generator.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public interface ICompositePredictor<TFitted>
{
    /// <summary>Adds the inner steps to the plan of one fold.</summary>
    /// <param name="planner">The fold's plan.</param>
    /// <param name="path">This step's own path.</param>
    /// <param name="input">Its input.</param>
    /// <returns>The whole of the inner steps.</returns>
    PredictionNode<TFitted> Plan(FitPlanner planner, string path, FoldNode<FeatureMatrix> input);
}
