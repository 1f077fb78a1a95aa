namespace TypedTune.Learning;

/// <summary>Scores a configuration on the targets as they are and on permutations of them.</summary>
/// <param name="Model">The configuration.</param>
/// <param name="Data">All rows.</param>
/// <param name="Evaluation">How rows are held back.</param>
/// <param name="Metric">What scores the predictions.</param>
internal sealed record PermutationRun<TSelf, TData, TFitted>(IEstimator<TSelf, TData, TFitted> Model, TData Data, IEvaluation Evaluation, IMetric<TSelf> Metric)
    where TData : IDataset<TData>
{
    private readonly Targets _targets = Data.Targets;

    /// <summary>Where the orders come from.</summary>
    public Seed Seed { get; init; }

    public int? Threads { get; init; }

    /// <summary>How many targets are held at once, all permutations of them counted: those of all would take more than the fits themselves.</summary>
    public long TargetsAtOnce { get; init; } = 1L << 25;

    /// <summary>Runs the fits and scores.</summary>
    public PermutationTestResult Run(int permutations, CancellationToken cancellation)
    {
        const int AsTheyAre = -1;
        MetricScores? scores = null;
        var permuted = new List<double>(permutations);
        int size = (int)Math.Clamp(TargetsAtOnce / ((long)Data.RowCount * Evaluation.FoldCount), 1, permutations + 1);
        foreach (int[] numbers in Enumerable.Range(AsTheyAre, permutations + 1).Chunk(size))
        {
            var folds = FoldPlanners<TData>.Of(Evaluation, Data, scoresTraining: false, needs: Scorer.NeedsOf([Metric]));
            PlannedModel<TSelf, TData, TFitted>[] plans = [.. numbers.Select(number => Plan(number == AsTheyAre ? folds : folds.With(Permuted(number))))];

            // Fold by fold, so that what a fold's permutations share is let go with it.
            ValidationRun.Run([.. Enumerable.Range(0, folds.Count).SelectMany(fold => plans.Select(plan => plan.Folds[fold]))], folds.Count > 1, Threads, cancellation);
            foreach (var (number, plan) in numbers.Zip(plans))
            {
                if (number == AsTheyAre)
                    scores = plan.ScoresOf(0);
                else
                    permuted.Add(plan.ScoresOf(0).Validation.Mean);
            }
        }

        return new PermutationTestResult(scores!, [.. permuted]);
    }

    private PlannedModel<TSelf, TData, TFitted> Plan(FoldPlanners<TData> folds) => new(Model, folds, [Metric], folds.Count > 1);

    private Targets Permuted(int number)
    {
        int[] order = [.. Enumerable.Range(0, _targets.RowCount)];
        Seed.Derive(number).Stream().Shuffle(order.AsSpan());
        return _targets.TakeRows(order);
    }
}
