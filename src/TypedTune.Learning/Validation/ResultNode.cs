namespace TypedTune.Learning;

/// <summary>Takes out of a fold what is wanted of its model or predictions, before they are let go.</summary>
/// <param name="prediction">The fold's model and predictions.</param>
/// <param name="take">Called once, from any thread, while both are there.</param>
internal sealed class ResultNode(PredictionNode prediction, Action<FitContext> take) : FitNode(null, prediction.Fold, [prediction])
{
    internal override void Run(FitContext context) => Time(() => { }, () => take(context));

    internal override void Release()
    {
    }
}
