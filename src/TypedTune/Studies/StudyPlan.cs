namespace TypedTune;

/// <summary>A study with all defaults filled in and checked. Immutable.</summary>
internal sealed record StudyPlan<T>
{
    private StudyPlan()
    {
    }

    public required Space<T> Space { get; init; }

    public required IEvaluator<T> Evaluator { get; init; }

    public required ISampler Sampler { get; init; }

    public required IPruner? Pruner { get; init; }

    public required Direction Direction { get; init; }

    public required Budget Budget { get; init; }

    public required FailurePolicy OnFailure { get; init; }

    public required int Seed { get; init; }

    public required int? Threads { get; init; }

    public required int MaxPendingTrials { get; init; }

    public required IReadOnlyList<T> Enqueued { get; init; }

    public required IReadOnlyList<Trial<T>> Known { get; init; }

    public required IReadOnlyList<IStudyObserver<T>> Observers { get; init; }

    public required RunControl? Control { get; init; }

    /// <summary>Takes the options of a study over.</summary>
    public static StudyPlan<T> Create(Study<T> study, IReadOnlyList<T> enqueued, IEvaluator<T> evaluator, Direction direction) => new()
    {
        Space = study.Space,
        Evaluator = evaluator,
        Sampler = study.Sampler ?? TypedTune.Sampler.DefaultFor(study.Space),
        Pruner = study.Pruner,
        Direction = direction,
        Budget = study.Budget,
        OnFailure = study.OnFailure,
        Seed = study.Seed,
        Threads = study.Threads,
        MaxPendingTrials = study.MaxPendingTrials,
        Enqueued = enqueued,
        Known = [.. study.KnownTrials],
        Observers = [.. study.Progress is { } progress ? [new ProgressObserver<T>(progress)] : (IEnumerable<IStudyObserver<T>>)[], .. study.Observers],
        Control = study.Control,
    };

    /// <summary>Refuses a study that would never end.</summary>
    /// <param name="total">How many candidates there are; null where that is not known.</param>
    /// <param name="canBeCancelled">Whether the caller can end it.</param>
    public void RequireEnd(long? total, bool canBeCancelled)
    {
        if (Budget == Budget.Unlimited && total is null && Space is not Grid<T> && !canBeCancelled)
            throw new ArgumentException($"The study would never end: its space is a continuum, and it has no limit. Give {nameof(Study<>)}.{nameof(Study<>.Budget)} a number of {nameof(Budget.Trials)} or a {nameof(Budget.Time)}.");
    }

    /// <summary>Starts the sampler.</summary>
    public Proposals<T> StartProposals(TrialLedger<T> ledger)
    {
        var session = Sampler.Start(new SamplerStart<T>(Space, TypedTune.Seed.Of(Seed), Direction));
        return new Proposals<T>(
            new ProposalOptions<T>(session, Sampler.Learns)
            {
                Enqueued = Enqueued,
                Known = Known.Count > 0 ? new KnownTrials<T>(Known) : null,
                Most = Budget.Trials,
                Window = Sampler.Learns || Pruner is not null ? MaxPendingTrials : null,
            },
            ledger);
    }
}
