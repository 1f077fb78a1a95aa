namespace TypedTune.Learning;

/// <summary>One fit that holds the submodels of several candidates.</summary>
internal abstract class SubmodelsNode(NodePlace place, object configuration) : PlanNode(place, "fit submodels", configuration, seesTargets: true)
{
    /// <summary>The predictors that take their predictions from this node when only predictions are wanted.</summary>
    public abstract IReadOnlyList<PlanNode> Members { get; }

    public override int FitsWithoutSubmodels => Members.Count;
}

/// <summary>One fit that serves the predictors of several candidates and predicts for all of them in one pass.</summary>
/// <typeparam name="TTarget">An array of numbers, or <see cref="Categories"/>.</typeparam>
/// <param name="place">Its input is what the members read.</param>
/// <param name="members">Two at least, all with that input.</param>
/// <param name="widest">The configuration whose fit answers for all members.</param>
internal sealed class SubmodelsNode<TTarget>(NodePlace place, PredictorNode<TTarget>[] members, ISubmodels<TTarget> widest) : SubmodelsNode(place, widest)
{
    private readonly FitEstimate _estimate = FitEstimate.Of(widest, members[0].Input);
    private readonly RowCounts _rows = place.Rows;

    public override IReadOnlyList<PlanNode> Members => members;

    public override string? Step => members[0].Step;

    public override FitEstimate Estimate => _estimate;

    public override long EstimatedBytes => Math.Max(PredictionBytes, _estimate.ModelBytes);

    // The model is gone when the node has run; what is left is a number a row and member.
    private long PredictionBytes => (long)_rows.Total * members.Length * sizeof(double);

    public override long BytesOf(object result) => PredictionBytes;

    public override PlanNode At(NodePlace place) => throw new InvalidOperationException("A shared fit is planned when its members are known, and never copied.");

    public override object Run(NodeRun run)
    {
        try
        {
            return RunTogether(run);
        }
        catch (Exception exception) when (!Ends(exception, run.Context))
        {
            // One member may have failed all: each is fitted by itself now, and fails by itself.
            var results = new SubmodelResults();
            foreach (var member in members)
                results.Add(member, () => member.RunAlone(run), own => !Ends(own, run.Context));
            return results;
        }
    }

    private SubmodelResults RunTogether(NodeRun run)
    {
        var input = run.DataOf<FeatureMatrix>(Inputs[0]);
        var (task, kind) = (run.Task, members[0].Kind);
        var fitted = run.Fit(() => widest.FitSubmodels(input.Train, kind.From(task.Train), run.Context));
        return run.Apply(() =>
        {
            ISubmodels<TTarget>[] configurations = [.. members.Select(member => (ISubmodels<TTarget>)member.Configuration)];
            var validation = fitted.Predict(input.Validation!, configurations, run.Context);
            TTarget?[] training = task.ScoresTraining ? fitted.Predict(input.ToPredict, configurations, run.Context) : new TTarget?[validation.Length];
            var results = new SubmodelResults();
            for (int i = 0; i < members.Length; i++)
            {
                var (held, learned) = (validation[i], training[i]);
                results.Add(members[i], () => new PredictionResult(FoldPredictions.Create(task, kind.ToPredictions(held), kind.ToPredictions(learned))), own => own is InvalidOperationException);
            }

            return results;
        });
    }

    private static bool Ends(Exception exception, FitContext context) => Cancellation.IsCause(exception) || context.CancellationToken.IsCancellationRequested;
}
