namespace TypedTune.Learning;

/// <summary>What regressors and classifiers differ in: the type of a target.</summary>
/// <typeparam name="TTarget">An array of numbers, or <see cref="Categories"/>.</typeparam>
internal abstract class TargetKind<TTarget>
{
    /// <summary>The targets in their own type.</summary>
    public abstract TTarget From(Targets targets);

    /// <summary>Predictions as targets; null where there are none.</summary>
    public abstract Targets? ToTargets(TTarget? predictions);
}
