namespace TypedTune.Learning;

/// <summary>The targets of classifiers.</summary>
internal sealed class LabelTargets : TargetKind<Categories>
{
    public static LabelTargets Instance { get; } = new();

    public override Categories Of(Targets targets) => targets.Labels;

    public override Targets Predictions(Categories predictions, int rows, string name)
    {
        RequireRows(predictions.RowCount, rows);
        int missing = predictions.Codes.IndexOf(-1);
        if (missing >= 0)
            throw new InvalidOperationException($"it predicts no label for row {missing} of {rows}.");
        return Targets.Of(predictions, name);
    }
}
