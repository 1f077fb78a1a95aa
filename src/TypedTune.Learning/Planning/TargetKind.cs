namespace TypedTune.Learning;

/// <summary>Handles the type of the targets, in which regressors and classifiers differ.</summary>
/// <typeparam name="TTarget">An array of numbers, or <see cref="Categories"/>.</typeparam>
internal abstract class TargetKind<TTarget>
{
    /// <summary>Reads targets in their own type.</summary>
    public abstract TTarget From(Targets targets);

    /// <summary>Converts predictions to targets; null stays null.</summary>
    public abstract Targets? ToTargets(TTarget? predictions);

    /// <summary>Wraps points as predictions without probabilities or quantiles; null stays null.</summary>
    public Predictions? ToPredictions(TTarget? predictions) => ToTargets(predictions) is { } points ? new Predictions(points) : null;
}
