using System.Globalization;

namespace TypedTune;

/// <summary>A study with all defaults filled in and checked. Immutable.</summary>
internal sealed record StudyPlan<T>
{
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

    public required IStudyStore? Store { get; init; }

    /// <summary>Writes the history of the study; null where there is no store.</summary>
    public StoredHistory<T>? History { get; private init; }

    private bool IsWindowed => Sampler.Learns || Pruner is not null;

    /// <summary>Refuses a study that would never end.</summary>
    /// <param name="total">How many candidates there are; null where that is not known.</param>
    /// <param name="canBeCancelled">Whether the caller can end it.</param>
    public void RequireEnd(long? total, bool canBeCancelled)
    {
        if (Budget == Budget.Unlimited && total is null && Space is not Grid<T> && !canBeCancelled)
            throw new ArgumentException($"The study would never end: its space is a continuum, and it has no limit. Give Study.Budget a number of {nameof(Budget.Trials)} or a {nameof(Budget.Time)}.");
    }

    /// <summary>The plan with the store opened, and the trials in it known.</summary>
    /// <exception cref="ArgumentException">The sampler or the pruner has no text by which it could be told from another.</exception>
    public StudyPlan<T> WithHistory()
    {
        if (Store is null)
            return this;
        RequireText("sampler", Sampler);
        RequireText("pruner", Pruner);
        var history = new StoredHistory<T>(Store);
        var parts = Evaluator.Identity ?? throw new InvalidOperationException($"The evaluator {Excerpt.FromObject(Evaluator)} returned null from {nameof(Evaluator.Identity)}. Return a list, empty where scores depend on the configuration alone.");
        return this with { History = history, Known = [.. history.Open(Identity(parts), Space.Root), .. Known] };
    }

    /// <summary>What the results depend on beside the configurations.</summary>
    /// <param name="parts">What the evaluator adds.</param>
    public StudyIdentity Identity(IReadOnlyList<IdentityPart> parts) => new(
    [
        .. parts,
        new("direction", Direction.ToString()),
        // How many are drawn changes none of those that are.
        IdentityPart.From("sampler", (Sampler is RandomSampler random ? random with { Count = null } : Sampler).ToString),
        new("seed", Sampler is GridSampler ? "none" : Seed.ToString(CultureInfo.InvariantCulture)),
        Pruner is null ? new("pruner", "none") : IdentityPart.From("pruner", Pruner.ToString),
        new("number of pending trials", IsWindowed ? MaxPendingTrials.ToString(CultureInfo.InvariantCulture) : "unlimited"),
        .. FixedHyperparameters.PartsOf(Space),
    ]);

    /// <summary>Starts the sampler.</summary>
    /// <exception cref="InvalidOperationException">The sampler starts nothing.</exception>
    public Proposals<T> StartProposals(TrialLedger<T> ledger)
    {
        var session = Sampler.Start(new SamplerStart<T>(Space, TypedTune.Seed.Of(Seed), Direction))
            ?? throw new InvalidOperationException($"The sampler {Excerpt.FromObject(Sampler)} returned null from {nameof(Sampler.Start)}. Return a session.");
        return new Proposals<T>(
            new ProposalOptions<T>(session, Sampler.Learns)
            {
                Enqueued = Enqueued,
                Known = Known.Count > 0 ? new KnownTrials<T>(Known) : null,
                Most = Budget.Trials,
                Cardinality = Space.Cardinality,
                Window = IsWindowed ? MaxPendingTrials : null,
            },
            ledger);
    }

    // The text of a type that overrides nothing names the type and none of its options.
    private static void RequireText(string role, object? thing)
    {
        if (thing is not null && thing.ToString() == thing.GetType().ToString())
            throw new ArgumentException($"The study cannot keep its history: its {role}, {Excerpt.FromObject(thing)}, has no text of its own, by which its options could be compared when the study is continued. Make it a record, or override ToString.");
    }
}
