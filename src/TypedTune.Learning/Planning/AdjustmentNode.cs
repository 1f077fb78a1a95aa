namespace TypedTune.Learning;

/// <summary>Learns how to change the predictions of a classifier from those for training rows by classifiers that did not learn from them, and changes them.</summary>
/// <param name="place">Its inputs are the classifier on all training rows, then on each inner fold, if there are any.</param>
/// <param name="path">The step's path.</param>
/// <param name="adjustment">The configuration.</param>
internal sealed class AdjustmentNode(NodePlace place, string path, IProbabilityAdjustment adjustment) : PredictionNode(place, Name, adjustment)
{
    /// <summary>The name of the operation, by which nodes are told apart.</summary>
    public const string Name = "adjust";

    public override string? Step => path;

    public override long EstimatedBytes => 2L * Rows.Total * sizeof(double);

    public override object Run(NodeRun run)
    {
        var fitted = run.Fit(() =>
        {
            DeclaredBounds.Check(adjustment);
            return adjustment.Fit(OutOfFold(run), run.Task.Train.Labels, run.Task.Weights);
        });
        var whole = run.PredictionsOf(Inputs[0]);
        var predictions = run.Apply(() => FoldPredictions.Create(run.Task, Adjust(fitted, whole.Scored?.Predictions), Adjust(fitted, whole.Training?.Predictions)));
        return new PredictionResult(predictions, run.Task.KeepsModels ? fitted : null);
    }

    public override PlanNode At(NodePlace place) => new AdjustmentNode(place, path, adjustment);

    private static Predictions? Adjust(IFittedProbabilityAdjustment fitted, Predictions? predictions)
    {
        if (predictions is null)
            return null;
        var adjusted = fitted.AdjustProbabilities(predictions.Probabilities);
        return new Predictions(fitted.ChooseLabels(adjusted)) { Probabilities = adjusted };
    }

    private FeatureMatrix OutOfFold(NodeRun run)
    {
        var labels = run.Task.Train.Labels;
        if (adjustment.Folds is not { } splitter)
            return FeatureMatrix.FromColumns(new FeatureNames(labels.Levels), [.. labels.Levels.Select(_ => Array.Empty<double>())]);
        var folds = run.Split(splitter);
        RowCoverage.RequireOnce(splitter, folds, labels.RowCount);
        return CrossPredictions.Assemble(labels, folds, [.. folds.Select((_, fold) => run.PredictionsOf(Inputs[fold + 1]).Scored!.Predictions.Probabilities)]);
    }
}
