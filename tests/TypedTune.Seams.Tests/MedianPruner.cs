namespace TypedTune.Seams;

#region pruner
/// <summary>Prunes a trial whose newest value is worse than the median of what earlier trials reported at the same step.</summary>
/// <param name="FewestTrials">How many earlier trials must have reported at that step, at least 1.</param>
public sealed record MedianPruner(int FewestTrials = 3) : IPruner
{
    public bool ShouldPrune(PruningContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var newest = context.Reports[^1];
        double[] values = [.. context.History.SelectMany(trial => trial.Reports).Where(report => report.Step == newest.Step).Select(report => report.Value).Order()];
        return values.Length >= Math.Max(1, FewestTrials) && context.Direction.IsBetter(values[values.Length / 2], newest.Value);
    }
}
#endregion
