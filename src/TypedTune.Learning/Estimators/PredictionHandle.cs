namespace TypedTune.Learning;

/// <summary>Points at predictions in a plan.</summary>
public abstract class PredictionHandle : FitHandle
{
    private protected PredictionHandle(IPlanNode node)
        : base(node)
    {
    }
}

/// <summary>Points at a predictor in a plan, and at its predictions.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
public sealed class PredictionHandle<TFitted> : PredictionHandle
{
    internal PredictionHandle(IPlanNode node)
        : base(node)
    {
    }
}
