namespace TypedTune.Learning;

/// <summary>Fits a step on the training rows and applies it to all of the fold's rows.</summary>
/// <typeparam name="TInput">The input that it reads.</typeparam>
/// <typeparam name="TOutput">The output that it makes.</typeparam>
internal sealed class StepNode<TInput, TOutput>(NodePlace place, string path, IStep<TInput, TOutput> step, FitEstimate estimate, InputSize size)
    : DataNode<TOutput>(place, "fit", step, size)
{
    public override string? Step => path;

    public override FitEstimate Estimate => estimate;

    /// <summary>Makes the node of a step by the size of its input.</summary>
    public static StepNode<TInput, TOutput> Create(NodePlace place, string path, IStep<TInput, TOutput> step)
    {
        var input = ((IDataNode)place.Inputs[0]).Size;
        var estimate = FitEstimate.Of(step, input);
        var output = input with { Columns = estimate.OutputColumns ?? input.Columns, Levels = typeof(TOutput) == typeof(CategoryMatrix) ? input.Levels : 0 };
        return new StepNode<TInput, TOutput>(place, path, step, estimate, output);
    }

    public override object Run(NodeRun run)
    {
        var input = run.DataOf<TInput>(Inputs[0]);
        var fitted = run.Fit(() =>
        {
            // Here, so that an illegal configuration is that candidate's failure and not the plan's.
            DeclaredBounds.Check(step);
            return step.Fit(input.Train, run.Context);
        });
        var output = run.Apply(() =>
        {
            var mapped = input.Select(fitted.Transform);
            return mapped with { Train = FeatureSources.Trace(input.Train, mapped.Train) };
        });
        return new DataResult<TOutput>(output, fitted);
    }

    public override PlanNode At(NodePlace place) => Create(place, path, step);
}
