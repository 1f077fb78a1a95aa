namespace TypedTune.Learning;

/// <summary>The targets of classifiers.</summary>
internal sealed class LabelTargets : TargetKind<Categories>
{
    public static LabelTargets Instance { get; } = new();

    public override Categories From(Targets targets) => targets.Labels;

    public override Targets? ToTargets(Categories? predictions) => predictions is null ? null : Targets.Of(predictions);
}
