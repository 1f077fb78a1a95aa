namespace TypedTune.Learning;

/// <summary>Joins several steps to one step, whose output is that of the last one.</summary>
/// <typeparam name="T">The data.</typeparam>
/// <param name="place">Its inputs are the steps.</param>
/// <param name="configuration">The whole.</param>
/// <param name="last">The index of the last step among the inputs.</param>
/// <param name="parts">The nodes that the whole named.</param>
/// <param name="create">Makes the fitted whole.</param>
internal sealed class AssembledStepNode<T>(NodePlace place, object configuration, int last, PlanNode[] parts, Func<IFits, object?> create)
    : DataNode<T>(place, "assemble", configuration, ((IDataNode)place.Inputs[last]).Size, ownsRows: false)
{
    public override object Run(NodeRun run)
    {
        var fitted = run.Fit(() => create(new FittedParts(run, parts, Inputs)));
        return new DataResult<T>(run.DataOf<T>(Inputs[last]), fitted);
    }

    public override PlanNode At(NodePlace place) => new AssembledStepNode<T>(place, Configuration, last, parts, create);
}
