namespace TypedTune.Learning;

/// <summary>Combines the predictions of several predictors for the same rows to one.</summary>
/// <param name="place">Its inputs are the members.</param>
/// <param name="configuration">The whole.</param>
/// <param name="combine">Makes the prediction of the members' predictions.</param>
/// <param name="parts">The nodes that the whole named.</param>
/// <param name="create">Makes the fitted whole.</param>
internal sealed class CombinedNode(NodePlace place, object configuration, Func<IReadOnlyList<Predictions>, Predictions> combine, PlanNode[] parts, Func<IFits, object?> create)
    : PredictionNode(place, "combine", configuration)
{
    public override long EstimatedBytes => (long)Rows.Total * sizeof(double);

    public override object Run(NodeRun run)
    {
        object? fitted = run.Task.KeepsModels ? run.Fit(() => create(new FittedParts(run, parts, Inputs))) : null;
        FoldPredictions[] members = [.. Inputs.Select(run.PredictionsOf)];
        var predictions = run.Apply(() => FoldPredictions.Create(
            run.Task,
            Combine([.. members.Select(member => member.Scored?.Predictions).OfType<Predictions>()]),
            Combine([.. members.Select(member => member.Training?.Predictions).OfType<Predictions>()])));
        return new PredictionResult(predictions, fitted);
    }

    public override PlanNode At(NodePlace place) => new CombinedNode(place, Configuration, combine, parts, create);

    private Predictions? Combine(Predictions[] members) => members.Length == 0 ? null : combine(members);
}
