namespace TypedTune.Learning;

/// <summary>Points at something in a plan of fits: data, a step or a predictor. An <see cref="IFitPlan"/> gives and takes handles; nothing can be read through one. Immutable.</summary>
public abstract class FitHandle
{
    private protected FitHandle(IPlanNode node) => Node = node;

    internal IPlanNode Node { get; }
}
