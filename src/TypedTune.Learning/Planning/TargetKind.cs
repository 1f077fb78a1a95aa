namespace TypedTune.Learning;

/// <summary>What regressors and classifiers differ in: the type of a target.</summary>
/// <typeparam name="TTarget">An array of numbers, or <see cref="Categories"/>.</typeparam>
internal abstract class TargetKind<TTarget>
{
    /// <summary>The targets in their own type.</summary>
    public abstract TTarget From(Targets targets);

    /// <summary>Predictions as targets; null for null.</summary>
    public abstract Targets? ToTargets(TTarget? predictions);

    /// <summary>Predictions that are points alone; null for null.</summary>
    public Predictions? ToPredictions(TTarget? predictions) => ToTargets(predictions) is { } points ? new Predictions(points) : null;
}
