namespace TypedTune.Learning;

/// <summary>Scores a configuration on the targets as they are and on permutations of them.</summary>
/// <param name="Model">The configuration.</param>
/// <param name="Data">All rows.</param>
/// <param name="Evaluation">How rows are held back.</param>
/// <param name="Metric">The metric that scores the predictions.</param>
internal sealed record PermutationRun<TSelf, TData, TFitted>(IEstimator<TSelf, TData, TFitted> Model, TData Data, IEvaluation Evaluation, IMetric<TSelf> Metric)
    where TData : IDataset<TData>
{
    private readonly Targets _targets = Data.Targets;

    /// <summary>The seed of the random orders.</summary>
    public Seed Seed { get; init; }

    public int? Threads { get; init; }

    /// <summary>How many target values are held at once, over all permutations; all permutations together could need more memory than the fits.</summary>
    public long TargetsAtOnce { get; init; } = 1L << 25;

    /// <summary>Runs the fits and scores.</summary>
    public PermutationTestResult Run(int permutations, CancellationToken cancellation)
    {
        const int AsTheyAre = -1;
        MetricScores? scores = null;
        var permuted = new List<double>(permutations);
        var wishes = new FoldTasks { Needs = Scorer.NeedsOf([Metric]) };
        var folds = wishes.Create(Evaluation, Data.Roles);
        int size = (int)Math.Clamp(TargetsAtOnce / ((long)Data.RowCount * folds.Count), 1, permutations + 1);
        var plan = new PlannedModel<TSelf, TData, TFitted>(Model, Data, folds[0], [Metric], folds.Count > 1);
        foreach (int[] numbers in Enumerable.Range(AsTheyAre, permutations + 1).Chunk(size))
        {
            IReadOnlyList<FitTask>[] tasks = [.. numbers.Select(number => number == AsTheyAre ? folds : wishes.With(folds, Evaluation, Data.Roles.WithTargets(Permuted(number))))];

            // Fold by fold, so that what a fold's permutations share is let go with it.
            var scored = plan.Score(Enumerable.Range(0, folds.Count).SelectMany(fold => tasks.Select(own => own[fold])), Threads, cancellation);
            for (int i = 0; i < numbers.Length; i++)
            {
                var own = plan.Summarize(Enumerable.Range(0, folds.Count).Select(fold => scored[fold * numbers.Length + i]))[0];
                if (numbers[i] == AsTheyAre)
                    scores = own;
                else
                    permuted.Add(own.Validation.Mean);
            }
        }

        return new PermutationTestResult(scores!, [.. permuted]);
    }

    private Targets Permuted(int number)
    {
        int[] order = [.. Enumerable.Range(0, _targets.RowCount)];
        Seed.Derive(number).Stream().Shuffle(order.AsSpan());
        return _targets.TakeRows(order);
    }
}
