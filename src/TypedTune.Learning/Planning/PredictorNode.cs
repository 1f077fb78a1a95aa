namespace TypedTune.Learning;

/// <summary>Fits a regressor or a classifier on the training rows and predicts those that are scored: the validation rows, or training rows out of bag.</summary>
/// <typeparam name="TTarget">An array of numbers, or <see cref="Categories"/>.</typeparam>
internal abstract class PredictorNode<TTarget>(NodePlace place, string operation, string path, object predictor, TargetKind<TTarget> kind, PredictionWishes wishes)
    : PredictionNode(place, operation, predictor)
{
    private readonly FitEstimate _estimate = FitEstimate.Of(predictor, ((IDataNode)place.Inputs[0]).Size);

    public override string? Step => path;

    public override FitEstimate Estimate => _estimate;

    // Where predictions are all that is kept of a fit, its model counts while it is held as a whole.
    public override long EstimatedBytes => HoldsNoModel ? PredictionBytes : Math.Max(PredictionBytes, _estimate.ModelBytes);

    /// <summary>How large the features are.</summary>
    public InputSize Input => ((IDataNode)Inputs[0]).Size;

    public TargetKind<TTarget> Kind => kind;

    /// <summary>The results that the plan's folds want.</summary>
    protected PredictionWishes Wishes { get; } = wishes;

    private long PredictionBytes => (long)Rows.Total * sizeof(double);

    private bool HoldsNoModel => Wishes.Alone && WantsPointsOnly && Configuration is IFitPredict<TTarget> atOnce && atOnce.HoldsNoModel((long)Input.Columns * (Wishes.Training ? Rows.Total : Rows.Predicted));

    public override long BytesOf(object result) => ((PredictionResult)result).Fitted is null ? PredictionBytes : _estimate.ModelBytes;

    public override object Run(NodeRun run) => run.SharedFit is { } shared ? run.Apply(() => ((SubmodelResults)run.ResultOf(shared)).Take(this)) : RunAlone(run);

    /// <summary>Fits and predicts by itself.</summary>
    public PredictionResult RunAlone(NodeRun run)
    {
        var input = run.DataOf<FeatureMatrix>(Inputs[0]);
        if (run.Task.WantsPredictionsAlone && WantsPointsOnly && Configuration is IFitPredict<TTarget> atOnce)
            return RunAtOnce(run, input, atOnce);
        OutOfBagPredictions<TTarget>? outOfBag = null;
        object fitted = run.Fit(() =>
        {
            // Here, so that an illegal configuration is that candidate's failure and not the plan's.
            DeclaredBounds.Check(Configuration);
            var target = Kind.From(run.Task.Train);
            if (run.Task.Weights is { } weights)
                return Fit(input.Train, target, weights, run.Context);
            if (!run.Task.IsOutOfBag)
                return Fit(input.Train, target, run.Context);
            (object bagged, outOfBag) = FitOutOfBag(input.Train, target, run.Context);
            return bagged;
        });
        var predictions = run.Apply(() =>
        {
            var training = run.Task.ScoresTraining ? PredictAll(run, fitted, input.ToPredict) : null;
            var validation = run.Task.Validation is null ? null : PredictAll(run, fitted, input.Validation!);
            var made = FoldPredictions.Create(run.Task, validation, training);
            return outOfBag is null ? made : made with { Scored = FoldPredictions.OutOfBag(run.Task, outOfBag.Rows, Kind.ToTargets(outOfBag.Predictions)!) };
        });
        return new PredictionResult(predictions, run.Task.KeepsModels ? fitted : null);
    }

    /// <summary>Whether points alone are wanted of it, whatever the metrics need.</summary>
    public virtual bool WantsPointsOnly => true;

    /// <summary>The predictions that are wanted of it on a fold.</summary>
    protected virtual PredictionNeeds NeedsOf(FitTask task) => task.Needs;

    /// <summary>Fits on rows that all count the same.</summary>
    protected abstract object Fit(FeatureMatrix features, TTarget target, FitContext context);

    /// <summary>Fits on weighted rows.</summary>
    protected abstract object Fit(FeatureMatrix features, TTarget target, double[] weights, FitContext context);

    /// <summary>Fits, and predicts training rows out of bag.</summary>
    protected abstract (object Fitted, OutOfBagPredictions<TTarget> OutOfBag) FitOutOfBag(FeatureMatrix features, TTarget target, FitContext context);

    /// <summary>Predicts rows.</summary>
    protected abstract TTarget Predict(object fitted, FeatureMatrix rows, FitContext context);

    private Predictions PredictAll(NodeRun run, object fitted, FeatureMatrix rows)
    {
        var points = Kind.ToTargets(Predict(fitted, rows, run.Context))!;
        PredictionChecks.Require(points, rows.RowCount);
        return ModelPredictions.Complete(points, fitted, rows, NeedsOf(run.Task), run.Context);
    }

    private PredictionResult RunAtOnce(NodeRun run, FoldData<FeatureMatrix> input, IFitPredict<TTarget> atOnce)
    {
        FeatureMatrix[] rows = run.Task.ScoresTraining ? [input.Validation!, input.ToPredict] : [input.Validation!];
        var predicted = run.Fit(() =>
        {
            DeclaredBounds.Check(Configuration);
            return atOnce.FitPredict(input.Train, Kind.From(run.Task.Train), rows, run.Context);
        });
        return new PredictionResult(run.Apply(() => FoldPredictions.Create(run.Task, Kind.ToPredictions(predicted[0]), Kind.ToPredictions(predicted.ElementAtOrDefault(1)))));
    }
}
