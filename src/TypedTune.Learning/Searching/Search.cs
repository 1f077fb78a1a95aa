namespace TypedTune.Learning;

/// <summary>
/// Describes a search: the configurations, how candidates are proposed, evaluated and scored, and whether the best is fitted on all rows. It is run as a
/// <see cref="Study{T}"/> whose evaluator plans and runs fits. <see cref="SearchExtensions"/> has <c>Plan</c> and <c>Fit</c>.
/// </summary>
/// <typeparam name="TEstimator">The configuration, such as a pipeline.</typeparam>
/// <remarks>
/// Immutable; may be run several times and from several threads. The same search on the same rows gives the same bits at
/// any number of threads and in any process.
/// </remarks>
public record Search<TEstimator> : ISearch<TEstimator>
{
    /// <summary>Creates a search.</summary>
    /// <param name="space">The configurations to search; equal ones are fitted once.</param>
    public Search(Space<TEstimator> space)
    {
        ArgumentNullException.ThrowIfNull(space);
        Space = space;
    }

    /// <summary>Proposes the candidates. Default: <see cref="TypedTune.Sampler.Grid"/> for a grid, <see cref="TypedTune.Sampler.Random"/> for any other space.</summary>
    public ISampler? Sampler { get; init; }

    /// <summary>Ends candidates early by their scores fold by fold: after each fold, in the order of the folds, the mean of the scores so far is reported. Default: null, none is ended.</summary>
    public IPruner? Pruner { get; init; }

    /// <summary>Where random draws start; equal seeds give equal candidates in every process. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>How many candidates may be pending when a sampler that learns proposes the next one, or when a pruner compares them; see <see cref="Study{T}.MaxPendingTrials"/>. Default: 4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxPendingTrials
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MaxPendingTrials), value, $"At least 1 candidate must be allowed to be pending, but MaxPendingTrials is {value}.");
    } = 4;

    /// <summary>
    /// Keeps the history, so that the search goes on from it when it is run again, in another process too; see <see cref="Study{T}.Store"/>. The history knows
    /// the data: other rows are refused. Default: null, nothing is kept.
    /// </summary>
    public IStudyStore? Store { get; init; }

    /// <summary>Told of each candidate and each trial. Default: none.</summary>
    /// <exception cref="ArgumentException">The list, or one in it, is null.</exception>
    public IReadOnlyList<IStudyObserver<TEstimator>> Observers
    {
        get;
        init => field = value is not null && !value.Contains(null!) ? value : throw new ArgumentException("Observers must be a list without null.", nameof(Observers));
    } = [];

    /// <summary>How candidates are scored: by folds, a holdout, or out of bag. Default: 5 folds that suit the rows.</summary>
    /// <remarks>By default the rows' roles decide: whole groups where rows have groups, in the order of time where they have times, stratified where targets are labels, else in the order of the rows. Of rows with groups and times it must be said.</remarks>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IEvaluation Evaluation
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Evaluation));
    } = new SuitableFolds(5);

    /// <summary>The metric by which candidates are ranked. It must suit the estimator: a metric of numbers does not convert to a classifier's.</summary>
    /// <remarks>Rows with weights are scored with them, here and in <see cref="Metrics"/>, unless the metric is <see cref="MetricExtensions.Unweighted{TEstimator}"/>.</remarks>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required IMetric<TEstimator> Scoring
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Scoring));
    }

    /// <summary>Metrics that are reported beside <see cref="Scoring"/>, at little cost: the predictions are the same. Default: none.</summary>
    /// <exception cref="ArgumentException">The list, or one in it, is null.</exception>
    public IReadOnlyList<IMetric<TEstimator>> Metrics
    {
        get;
        init => field = value is not null && !value.Contains(null!) ? value : throw new ArgumentException("Metrics must be a list without null.", nameof(Metrics));
    } = [];

    /// <summary>Whether the rows that are learned from are predicted and scored too, which tells overfitting from lack of fit. Default: false.</summary>
    public bool TrainingScores { get; init; }

    /// <summary>Which trial's configuration becomes the model. Default: the best mean score, <see cref="Selection.Best{TEstimator}"/>.</summary>
    public Selection<TEstimator> Selection { get; init; } = TypedTune.Learning.Selection.Best<TEstimator>();

    /// <summary>How many threads the search uses, whatever runs inside it; at least 1. Default: one a processor.</summary>
    public int? Threads { get; init; }

    /// <summary>When the search ends before its candidates do; finished trials are returned, and the best of them is fitted again. Default: <see cref="Budget.Unlimited"/>.</summary>
    public Budget Budget { get; init; } = Budget.Unlimited;

    /// <summary>How failing candidates are treated. Default: <see cref="FailurePolicy.Record"/>, the search goes on. <see cref="FailurePolicy.Retry(int)"/> repeats the fit that failed, and not the other fits of its candidate.</summary>
    public FailurePolicy OnFailure { get; init; } = FailurePolicy.Record;

    /// <summary>
    /// How long all fits and scores of a candidate may take together, shared ones included, above 0; then it fails with a <see cref="TimeoutException"/>
    /// inside. Fits are asked to end through <see cref="FitContext.CancellationToken"/>; one that does not listen ends when it will, and fails
    /// then. Default: no limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    public TimeSpan? CandidateTimeout
    {
        get;
        init => field = !(value <= TimeSpan.Zero) ? value : throw new ArgumentOutOfRangeException(nameof(CandidateTimeout), value, $"A candidate's time must be above 0, but is {value}.");
    }

    /// <summary>
    /// How many bytes the data between steps and the models may hold at once, above 0. No fit is started that is expected to go beyond it, unless nothing
    /// else runs: one fit at a time always does. The rows, and what a fit takes while it runs, are not counted. Default: half of what the process may use.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    public long? MemoryLimit
    {
        get;
        init => field = !(value <= 0) ? value : throw new ArgumentOutOfRangeException(nameof(MemoryLimit), value, $"The limit of memory must be above 0 bytes, but is {value}.");
    }

    /// <summary>Whether the result has a model: the selected candidate fitted on all rows. After <see cref="OutOfBag"/> it is the model that was scored, and costs no fit. Default: true.</summary>
    public bool Refit { get; init; } = true;

    /// <summary>Reads trials back that <see cref="SearchHistory{TEstimator}.WriteJson"/> wrote, with configurations of the user's own type.</summary>
    /// <param name="stream">Read to its end; left open.</param>
    /// <returns>The trials, for looking at, or for going on from.</returns>
    /// <exception cref="InvalidDataException">It holds no trials, damaged ones, or those of a search with other metrics, another evaluation or candidates that this one's space does not hold; the message says which.</exception>
    public SearchHistory<TEstimator> ReadJson(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return SearchJson.Read(this, stream);
    }

    /// <summary><see cref="Scoring"/>, then <see cref="Metrics"/>.</summary>
    internal IReadOnlyList<IMetric<TEstimator>> AllMetrics => [Scoring, .. Metrics];

    /// <summary>How candidates are scored on rows of such roles.</summary>
    internal IEvaluation EvaluationOf(RowRoles rows) => Evaluation is SuitableFolds folds ? folds.For(rows) : Evaluation;

    /// <summary>The configurations that are searched.</summary>
    public Space<TEstimator> Space { get; }

    /// <summary>The sampler of a search whose name says how candidates are proposed; null where <see cref="Sampler"/> does.</summary>
    internal virtual ISampler? OwnSampler => null;

    /// <summary>The search as a study that proposes candidates and runs none: nothing is stored, nobody is told, and nothing is pruned.</summary>
    internal Study<TEstimator> ToProposals() => (this with { Store = null, Observers = [], Pruner = null }).ToStudy();

    /// <summary>Whether at most <see cref="MaxPendingTrials"/> candidates may be pending: the sampler learns, or there is a pruner.</summary>
    internal bool IsWindowed => Pruner is not null || (OwnSampler ?? Sampler) is { Learns: true };

    /// <summary>The search as a study; observers, known trials and control are the run's.</summary>
    /// <param name="folds">How many folds the evaluation has of the rows; null where they are not known.</param>
    internal Study<TEstimator> ToStudy(int? folds = null) => new(Space)
    {
        Sampler = OwnSampler ?? Sampler,
        Pruner = Pruner,
        Budget = Budget,
        Seed = Seed,
        Threads = Threads,
        MaxPendingTrials = MaxPendingTrials,
        OnFailure = OnFailure,
        Store = Store is not null && (folds ?? Evaluation.FoldCount) is { } count ? new CheckedStore(Store, AllMetrics.Count, count) : Store,
        Observers = Observers,
        Direction = Scoring.Direction,
    };
}
