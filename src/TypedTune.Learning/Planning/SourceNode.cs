namespace TypedTune.Learning;

/// <summary>Takes the rows of a fold, or of an inner fold.</summary>
/// <typeparam name="T">The data.</typeparam>
internal sealed class SourceNode<T>(NodePlace place, InputSize size) : DataNode<T>(place, "rows", (object?)place.Scope ?? "", size, ownsRows: false)
{
    public override object Run(NodeRun run)
    {
        var source = (FitSource<T>)run.Source;
        var rows = run.Task.Rows;
        var train = run.Fit(() => source.Take(rows.Train));
        return new DataResult<T>(new FoldData<T>(train, run.Apply(() => rows.Validation is null ? default : source.Take(rows.Validation))));
    }

    public override PlanNode At(NodePlace place) => new SourceNode<T>(place, Size with { Rows = place.Rows.Learned });
}
