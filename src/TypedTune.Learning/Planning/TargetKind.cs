namespace TypedTune.Learning;

/// <summary>What regressors and classifiers differ in: the type of a target, and which predictions are legal.</summary>
/// <typeparam name="TTarget">An array of numbers, or <see cref="Categories"/>.</typeparam>
internal abstract class TargetKind<TTarget>
{
    /// <summary>The targets in their own type.</summary>
    public abstract TTarget Of(Targets targets);

    /// <summary>Predictions as targets.</summary>
    /// <exception cref="InvalidOperationException">There are too few or too many, or one is missing or infinite: no score can be made of it.</exception>
    public abstract Targets Predictions(TTarget predictions, int rows, string name);

    private protected static void RequireRows(int predictions, int rows)
    {
        if (predictions != rows)
            throw new InvalidOperationException($"it predicted {predictions} rows of {rows}.");
    }
}
