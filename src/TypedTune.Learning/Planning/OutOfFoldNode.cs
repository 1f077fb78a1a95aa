namespace TypedTune.Learning;

/// <summary>Makes features from the predictions of members: training rows get those of members that did not learn from them, other rows those of members that learned from all training rows.</summary>
/// <param name="place">Its inputs are the members on all training rows, then those of each inner fold.</param>
/// <param name="members">How many members there are.</param>
/// <param name="splitter">Divides the training rows.</param>
/// <param name="features">Makes the features.</param>
internal sealed class OutOfFoldNode(NodePlace place, int members, ISplitter splitter, Func<IReadOnlyList<Predictions>, FeatureMatrix> features)
    : DataNode<FeatureMatrix>(place, Name, new Making(splitter, features), new InputSize(place.Rows.Learned, members))
{
    /// <summary>The name of the operation, by which nodes are told apart.</summary>
    public const string Name = "out of fold";

    public override object Run(NodeRun run) => new DataResult<FeatureMatrix>(run.Apply(() =>
    {
        FoldPredictions[] whole = [.. Inputs.Take(members).Select(run.PredictionsOf)];
        return new FoldData<FeatureMatrix>(
            FeaturesOf(Enumerable.Range(0, members).Select(member => OutOfFold(run, member)), run.Task.Train.RowCount),
            run.Task.Validation is { } held ? FeaturesOf(whole.Select(member => member.Scored!.Predictions), held.RowCount) : null,
            run.Task.ScoresTraining ? FeaturesOf(whole.Select(member => member.Training!.Predictions), run.Task.Train.RowCount) : null);
    }));

    public override PlanNode At(NodePlace place) => new OutOfFoldNode(place, members, splitter, features);

    /// <summary>The key by which out-of-fold features of the same members are told apart.</summary>
    internal sealed record Making(ISplitter Splitter, Func<IReadOnlyList<Predictions>, FeatureMatrix> Features)
    {
        public override string ToString() => Splitter.ToString() ?? "";
    }

    private Predictions OutOfFold(NodeRun run, int member)
    {
        var folds = run.Split(splitter);
        RowCoverage.RequireOnce(splitter, folds, run.Task.Train.RowCount);
        Targets[] parts = [.. folds.Select((_, fold) => run.PredictionsOf(Inputs[(fold + 1) * members + member]).Scored!.Predictions.Points)];
        return new Predictions(CrossPredictions.Assemble(run.Task.Train, folds, parts));
    }

    private FeatureMatrix FeaturesOf(IEnumerable<Predictions> predictions, int rows)
    {
        var made = features([.. predictions]);
        return made.RowCount == rows ? made : throw new InvalidOperationException($"{made.RowCount} rows of features were made from the predictions of {rows} rows. Make one row of features for each row.");
    }
}
