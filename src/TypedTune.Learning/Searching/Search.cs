namespace TypedTune.Learning;

/// <summary>
/// What is searched, how candidates are evaluated under a metric, and whether the best is fitted on all rows.
/// <see cref="SearchExtensions"/> has <c>Plan</c> and <c>Fit</c>.
/// </summary>
/// <typeparam name="TEstimator">The configuration, such as a pipeline.</typeparam>
/// <remarks>
/// Immutable; may be run several times and from several threads. The same search on the same rows gives the same bits at
/// any number of threads and in any process.
/// </remarks>
public abstract record Search<TEstimator> : ISearch<TEstimator>
{
    private protected Search(Space<TEstimator> space)
    {
        ArgumentNullException.ThrowIfNull(space);
        Space = space;
    }

    /// <summary>How candidates are scored: by folds, a holdout, or out of bag. Default: 5 folds, in the order of the rows.</summary>
    public IEvaluation Evaluation { get; init; } = new KFold(5);

    /// <summary>What is scored. It must suit the estimator: a metric of numbers does not convert to a classifier's.</summary>
    public required IMetric<TEstimator> Scoring { get; init; }

    /// <summary>How many threads the search uses, whatever runs inside it; at least 1. Default: one a processor.</summary>
    public int? Threads { get; init; }

    /// <summary>When the search ends before its candidates do; finished trials are returned, and the best of them is fitted again. Default: <see cref="Budget.Unlimited"/>.</summary>
    public Budget Budget { get; init; } = Budget.Unlimited;

    /// <summary>What to do when a candidate fails. Default: <see cref="FailurePolicy.Record"/>.</summary>
    public FailurePolicy OnFailure { get; init; } = FailurePolicy.Record;

    /// <summary>Whether the result has a model: the best candidate fitted on all rows. After <see cref="OutOfBag"/> it is the model that was scored, and costs no fit. Default: true.</summary>
    public bool Refit { get; init; } = true;

    /// <summary>What is searched.</summary>
    internal Space<TEstimator> Space { get; }

    /// <summary>The candidates in order; equal ones are fitted once.</summary>
    internal abstract IEnumerable<TEstimator> Candidates();
}
