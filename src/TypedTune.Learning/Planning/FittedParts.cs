namespace TypedTune.Learning;

/// <summary>Gives a composite its fitted parts.</summary>
/// <param name="run">The run that has their results.</param>
/// <param name="parts">The nodes that the composite named; on an inner fold others stand in their places.</param>
/// <param name="inputs">The inputs that stand for them.</param>
internal sealed class FittedParts(NodeRun run, PlanNode[] parts, IReadOnlyList<PlanNode> inputs) : IFits
{
    public TFitted Of<TFitted, TOutput>(StepHandle<TFitted, TOutput> step) => (TFitted)Fitted(step);

    public TFitted Of<TFitted>(PredictionHandle<TFitted> predictor) => (TFitted)Fitted(predictor);

    private object Fitted(FitHandle handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        int index = Array.IndexOf(parts, (PlanNode)handle.Node);
        if (index < 0)
            throw new InvalidOperationException($"\"{handle.Node}\" is not one of the parts that the composite named. Name it among its steps.");
        return ((FitResult)run.ResultOf(inputs[index])).Fitted ?? throw new InvalidOperationException($"\"{handle.Node}\" has no fitted object.");
    }
}
