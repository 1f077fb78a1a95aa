namespace TypedTune.Learning;

/// <summary>Computes a result from the model or the predictions of a fold, so that these need not be kept.</summary>
/// <param name="place">Its input is the prediction.</param>
/// <param name="take">Takes it, while model and predictions are there; depends on nothing else that a run knows.</param>
internal sealed class ResultNode(NodePlace place, Func<PredictionResult, FitTask, FitContext, object> take) : PlanNode(place, "result", "", seesTargets: true)
{
    public override object Run(NodeRun run)
    {
        var prediction = (PredictionResult)run.ResultOf(Inputs[0]);
        return run.Apply(() => take(prediction, run.Task, run.Context));
    }

    public override PlanNode At(NodePlace place) => new ResultNode(place, take);
}
