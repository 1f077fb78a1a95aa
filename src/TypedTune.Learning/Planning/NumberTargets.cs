namespace TypedTune.Learning;

/// <summary>The targets of regressors.</summary>
internal sealed class NumberTargets : TargetKind<double[]>
{
    public static NumberTargets Instance { get; } = new();

    public override double[] From(Targets targets) => targets.Numbers;

    public override Targets? ToTargets(double[]? predictions) => predictions is null ? null : Targets.Of(predictions);
}
