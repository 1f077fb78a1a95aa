namespace TypedTune.Learning;

/// <summary>Points at a step in a plan, and at the output of that step.</summary>
/// <typeparam name="TFitted">The fitted object.</typeparam>
/// <typeparam name="TOutput">The output that it makes.</typeparam>
public sealed class StepHandle<TFitted, TOutput> : DataHandle<TOutput>
{
    internal StepHandle(IPlanNode node)
        : base(node)
    {
    }
}
