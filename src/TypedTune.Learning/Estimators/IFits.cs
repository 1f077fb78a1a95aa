namespace TypedTune.Learning;

/// <summary>Gives the fitted parts of a composite while its fitted object is created. Valid during that call only.</summary>
public interface IFits
{
    /// <summary>The fitted step.</summary>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <typeparam name="TOutput">The output of the step.</typeparam>
    /// <param name="step">One of the handles that the composite named as its parts.</param>
    /// <exception cref="InvalidOperationException">The composite did not name it as a part.</exception>
    TFitted Of<TFitted, TOutput>(StepHandle<TFitted, TOutput> step);

    /// <summary>The fitted predictor.</summary>
    /// <typeparam name="TFitted">The fitted object.</typeparam>
    /// <param name="predictor">One of the handles that the composite named as its parts.</param>
    /// <exception cref="InvalidOperationException">The composite did not name it as a part.</exception>
    TFitted Of<TFitted>(PredictionHandle<TFitted> predictor);
}
