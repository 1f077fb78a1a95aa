namespace TypedTune.Learning;

/// <summary>Selects columns, which needs no fit.</summary>
/// <typeparam name="TInput">The rows that they are taken from.</typeparam>
/// <typeparam name="TOutput">A matrix of numbers or of categories.</typeparam>
internal sealed class SelectNode<TInput, TOutput>(NodePlace place, string operation, string columns, InputSize size, Func<TInput, TOutput> select)
    : DataNode<TOutput>(place, operation, columns, size)
{
    public override object Run(NodeRun run)
    {
        var input = run.DataOf<TInput>(Inputs[0]);
        return new DataResult<TOutput>(run.Apply(() => input.Select(select)));
    }

    public override PlanNode At(NodePlace place) => new SelectNode<TInput, TOutput>(place, Operation, columns, Size with { Rows = place.Rows.Learned }, select);
}
