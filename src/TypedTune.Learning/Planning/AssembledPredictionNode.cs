namespace TypedTune.Learning;

/// <summary>Joins several steps to one predictor, whose predictions are those of the last step.</summary>
/// <param name="place">Its inputs are the steps.</param>
/// <param name="configuration">The whole.</param>
/// <param name="last">The index of the last step among the inputs.</param>
/// <param name="parts">The nodes that the whole named.</param>
/// <param name="create">Makes the fitted whole.</param>
internal sealed class AssembledPredictionNode(NodePlace place, object configuration, int last, PlanNode[] parts, Func<IFits, object?> create)
    : PredictionNode(place, "assemble", configuration)
{
    public override object Run(NodeRun run)
    {
        object? fitted = run.Task.KeepsModels ? run.Fit(() => create(new FittedParts(run, parts, Inputs))) : null;
        return new PredictionResult(run.PredictionsOf(Inputs[last]), fitted);
    }

    public override PlanNode At(NodePlace place) => new AssembledPredictionNode(place, Configuration, last, parts, create);
}
