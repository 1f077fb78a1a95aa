namespace TypedTune.Learning;

/// <summary>Takes out of a fold what is wanted of its model or predictions, so that the rest is let go.</summary>
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
