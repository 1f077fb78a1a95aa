namespace TypedTune.Learning;

/// <summary>Gives a node the results of the units that it needs.</summary>
internal sealed class UnitRun(FitUnit unit, FitSource source, InnerFolds folds, FitContext context) : NodeRun(context)
{
    public override FitTask Task => folds.TaskOf(unit.Task, unit.Node.Scope);

    public override FitSource Source => source;

    public override SubmodelsNode? SharedFit => unit.SharedFit;

    public override object ResultOf(PlanNode input)
    {
        foreach (var other in unit.Inputs)
        {
            if (ReferenceEquals(other.Node, input))
                return other.Result!;
        }

        throw new InvalidOperationException($"\"{input}\" is no input of \"{unit.Node}\".");
    }

    public override IReadOnlyList<Fold> Split(ISplitter splitter) => folds.Split(Task, splitter);
}
