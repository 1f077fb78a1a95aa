using System.Diagnostics;

namespace TypedTune;

/// <summary>
/// Searches a space for the configuration that an objective likes best, whatever the objective computes: proposes candidates, evaluates them on
/// several threads, and keeps the trials.
/// </summary>
/// <typeparam name="T">The configuration.</typeparam>
/// <remarks>
/// The same space, sampler, seed and objective give the same trials at any number of threads and in any process; only a limit of time, a
/// cancellation and <see cref="FailurePolicy.Stop"/> depend on how fast the machine is. A study may be run several times, each time anew; only
/// <see cref="Enqueue"/>, <see cref="Ask"/> and <c>Tell</c> change it. Thread safe.
/// </remarks>
public sealed class Study<T>
{
    private readonly Lock _gate = new();
    private readonly List<T> _enqueued = [];
    private AskAndTell<T>? _asked;

    /// <summary>Creates a study.</summary>
    /// <param name="space">The configurations to search.</param>
    public Study(Space<T> space)
    {
        ArgumentNullException.ThrowIfNull(space);
        Space = space;
    }

    /// <summary>The configurations that are searched.</summary>
    public Space<T> Space { get; }

    /// <summary>Proposes the candidates. Default: <see cref="TypedTune.Sampler.Grid"/> for a grid, <see cref="TypedTune.Sampler.Random"/> for any other space.</summary>
    public ISampler? Sampler { get; init; }

    /// <summary>Ends trials early by the intermediate values that they report. Default: null, none is ended.</summary>
    public IPruner? Pruner { get; init; }

    /// <summary>When the study ends before its candidates do. Default: <see cref="Budget.Unlimited"/>.</summary>
    public Budget Budget { get; init; } = Budget.Unlimited;

    /// <summary>Where random draws start; equal seeds give equal trials in every process. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>How many evaluations run at once, at least 1. Default: one a processor. It changes no trial.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? Threads
    {
        get;
        init => field = !(value < 1) ? value : throw new ArgumentOutOfRangeException(nameof(Threads), value, $"Threads must be at least 1, but is {value}.");
    }

    /// <summary>
    /// How many trials may be pending when a sampler that learns proposes the next one, or when a pruner compares them, at least 1. Default: 4. It is part
    /// of what the trials depend on, where <see cref="Threads"/> is not: proposal k may use the trials up to k − this, whichever ended first. A large
    /// number keeps more threads busy, a small one learns sooner. Samplers that do not learn, without a pruner, are not limited.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxPendingTrials
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MaxPendingTrials), value, $"At least 1 trial must be allowed to be pending, but MaxPendingTrials is {value}.");
    } = 4;

    /// <summary>What to do when the objective throws or gives no number. Default: <see cref="FailurePolicy.Record"/>.</summary>
    public FailurePolicy OnFailure { get; init; } = FailurePolicy.Record;

    /// <summary>
    /// How long an evaluation may take, above 0, a retry as long again. Then the token that its objective was given is cancelled, and the
    /// trial fails with a <see cref="TimeoutException"/>; it is not tried again. Default: no limit.
    /// </summary>
    /// <remarks>
    /// It needs an objective that takes a <see cref="CancellationToken"/>. One that does not look at its token cannot be ended: it goes
    /// on, and what it returns counts, however late.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    public TimeSpan? TrialTimeout
    {
        get;
        init => field = !(value <= TimeSpan.Zero) ? value : throw new ArgumentOutOfRangeException(nameof(TrialTimeout), value, $"The time limit of a trial must be above 0, but is {value}. Leave it null for none.");
    }

    /// <summary>
    /// Trials of earlier studies, such as a result's <see cref="TrialHistory{TTrial, T}.Trials"/>: a configuration that equals one of them is not evaluated
    /// again, and the result is the one of a study that was never interrupted. Those that failed are evaluated again. Default: none.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null. A null among the trials is refused when the study starts.</exception>
    public IEnumerable<Trial<T>> KnownTrials
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(KnownTrials));
    } = [];

    /// <summary>Told after each trial how far the study is. Default: null. See <see cref="IStudyObserver{T}"/>, of which it is the simplest.</summary>
    public IProgress<StudyProgress>? Progress { get; init; }

    /// <summary>Told what happens in the study. Default: none.</summary>
    /// <exception cref="ArgumentException">The list, or one in it, is null.</exception>
    public IReadOnlyList<IStudyObserver<T>> Observers
    {
        get;
        init => field = value is not null && !value.Contains(null!) ? value : throw new ArgumentException("Observers must be a list without null.", nameof(Observers));
    } = [];

    /// <summary>Pauses the study and lets it go on, from another thread. Default: null.</summary>
    public RunControl? Control { get; init; }

    /// <summary>
    /// Keeps the history, so that the study goes on from it when it is run again, in another process too: trials that ended without failing are not
    /// evaluated again, and the result is the one of a study that was never interrupted. Default: null, nothing is kept. The configuration must have a
    /// text: <see cref="ConfigurationText"/>; sampler and pruner must have one that says their options, as records have.
    /// </summary>
    public IStudyStore? Store { get; init; }

    /// <summary>Which values are good when the loop is the caller's own (<see cref="Ask"/>) or the evaluator's (<see cref="Run(IEvaluator{T}, CancellationToken)"/>). Default: <see cref="Direction.Minimize"/>.</summary>
    public Direction Direction { get; init; } = Direction.Minimize;

    /// <summary>Has a configuration evaluated before those that the sampler proposes: a point that is known to be good. It need not be in the space.</summary>
    /// <param name="configuration">The configuration; counts against <see cref="Budget.Trials"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A hyperparameter is outside of the bounds that it declares.</exception>
    /// <exception cref="InvalidOperationException">Candidates were asked for already.</exception>
    public void Enqueue(T configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        (configuration as ITunable)?.Validate();
        lock (_gate)
        {
            if (_asked is not null)
                throw new InvalidOperationException("Candidates were asked for already. Enqueue configurations before the first Ask.");
            _enqueued.Add(configuration);
        }
    }

    /// <summary>Evaluates the candidates and ranks by the smallest value.</summary>
    /// <param name="objective">What to minimize; called from several threads at once. A value that is not a number is a failure.</param>
    /// <param name="cancellationToken">Ends the study early; finished trials are returned.</param>
    /// <exception cref="ArgumentException">The space holds no configuration, a sampler or a time limit does not suit, or a continuum is searched without any limit.</exception>
    public StudyResult<T> Minimize(Func<T, double> objective, CancellationToken cancellationToken = default) =>
        Evaluate(Synchronous(objective), Direction.Minimize, cancellationToken);

    /// <summary>Evaluates the candidates by an objective that can be broken off, and ranks by the smallest value.</summary>
    /// <remarks>The objective's token is cancelled when the study ends, or when the trial's time is up: <see cref="TrialTimeout"/>.</remarks>
    /// <inheritdoc cref="Minimize(Func{T, double}, CancellationToken)"/>
    public StudyResult<T> Minimize(Func<T, CancellationToken, double> objective, CancellationToken cancellationToken = default) =>
        Evaluate(Synchronous(objective), Direction.Minimize, cancellationToken);

    /// <summary>Evaluates the candidates by an objective that reports intermediate values, and ranks by the smallest value.</summary>
    /// <inheritdoc cref="Minimize(Func{T, CancellationToken, double}, CancellationToken)"/>
    public StudyResult<T> Minimize(Func<T, RunningTrial, CancellationToken, double> objective, CancellationToken cancellationToken = default) =>
        Evaluate(Synchronous(objective), Direction.Minimize, cancellationToken);

    /// <summary>Evaluates the candidates by an asynchronous objective, as many at once as there are <see cref="Threads"/>, and ranks by the smallest value.</summary>
    /// <inheritdoc cref="Minimize(Func{T, CancellationToken, double}, CancellationToken)"/>
    public Task<StudyResult<T>> MinimizeAsync(Func<T, RunningTrial, CancellationToken, Task<double>> objective, CancellationToken cancellationToken = default) =>
        RunAsync(objective, Direction.Minimize, cancellationToken);

    /// <summary>Evaluates the candidates and ranks by the largest value.</summary>
    /// <param name="objective">What to maximize; called from several threads at once. A value that is not a number is a failure.</param>
    /// <param name="cancellationToken">Ends the study early; finished trials are returned.</param>
    /// <inheritdoc cref="Minimize(Func{T, double}, CancellationToken)"/>
    public StudyResult<T> Maximize(Func<T, double> objective, CancellationToken cancellationToken = default) =>
        Evaluate(Synchronous(objective), Direction.Maximize, cancellationToken);

    /// <summary>Evaluates the candidates by an objective that can be broken off, and ranks by the largest value.</summary>
    /// <inheritdoc cref="Minimize(Func{T, CancellationToken, double}, CancellationToken)"/>
    public StudyResult<T> Maximize(Func<T, CancellationToken, double> objective, CancellationToken cancellationToken = default) =>
        Evaluate(Synchronous(objective), Direction.Maximize, cancellationToken);

    /// <summary>Evaluates the candidates by an objective that reports intermediate values, and ranks by the largest value.</summary>
    /// <inheritdoc cref="Minimize(Func{T, CancellationToken, double}, CancellationToken)"/>
    public StudyResult<T> Maximize(Func<T, RunningTrial, CancellationToken, double> objective, CancellationToken cancellationToken = default) =>
        Evaluate(Synchronous(objective), Direction.Maximize, cancellationToken);

    /// <summary>Evaluates the candidates by an asynchronous objective, as many at once as there are <see cref="Threads"/>, and ranks by the largest value.</summary>
    /// <inheritdoc cref="Minimize(Func{T, CancellationToken, double}, CancellationToken)"/>
    public Task<StudyResult<T>> MaximizeAsync(Func<T, RunningTrial, CancellationToken, Task<double>> objective, CancellationToken cancellationToken = default) =>
        RunAsync(objective, Direction.Maximize, cancellationToken);

    /// <summary>Has the candidates evaluated by an evaluator of one's own, and ranks by <see cref="Direction"/>.</summary>
    /// <param name="evaluator">Finds the scores.</param>
    /// <param name="cancellationToken">Ends the study early; finished trials are returned.</param>
    /// <exception cref="ArgumentException">As of <see cref="Minimize(Func{T, double}, CancellationToken)"/>, or the evaluator refuses the study.</exception>
    public StudyResult<T> Run(IEvaluator<T> evaluator, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        return Evaluate(evaluator, Direction, cancellationToken);
    }

    /// <summary>Gives the next candidates out, for a loop of the caller's own. <c>Tell</c> takes their scores.</summary>
    /// <param name="count">How many are wanted, at least 1.</param>
    /// <returns>As many or fewer: none where all candidates or the budget of trials are used up, or while a sampler that learns waits for pending trials.</returns>
    /// <remarks>
    /// What the space, the sampler or the <see cref="Store"/> throws reaches the caller, and loses nothing: trials that were told stay told, and the next call
    /// gives out the candidates that the store did not take. Where some could be given out before it was thrown, they are, and the next call throws.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public IReadOnlyList<Candidate<T>> Ask(int count = 1) => Asked.Ask(count);

    /// <summary>How many candidates there will be at most, duplicates included; null where that is not known.</summary>
    public long? ProposalCount
    {
        get
        {
            // Without the store, which a run of the study may be writing to.
            using var proposals = Plan(NoEvaluator<T>.Instance, Direction).StartProposals(new TrialLedger<T>(Budget, OnFailure, Direction));
            return proposals.Total;
        }
    }

    /// <summary>Takes the score of a candidate that was asked for.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="score">The score; one that is not a number makes the trial a failed one.</param>
    /// <remarks>Where the <see cref="Store"/> throws the candidate stays pending, and can be told again.</remarks>
    /// <exception cref="ArgumentException">The candidate is not pending, or is another study's.</exception>
    public void Tell(Candidate<T> candidate, double score) => Asked.Tell(candidate, score);

    /// <summary>Takes the failure of a candidate that was asked for.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="error">Why its evaluation failed.</param>
    /// <remarks>Where the <see cref="Store"/> throws the candidate stays pending, and can be told again.</remarks>
    /// <exception cref="ArgumentException">The candidate is not pending, or is another study's.</exception>
    public void Tell(Candidate<T> candidate, Exception error) => Asked.Tell(candidate, error);

    /// <summary>The trials that were told so far, ranked by <see cref="Direction"/>.</summary>
    public StudyResult<T> ToldResult() => Asked.Result();

    /// <summary>A study with the same options and other known trials, observers and control. What was enqueued or asked for is not copied.</summary>
    /// <param name="knownTrials">Replaces <see cref="KnownTrials"/>.</param>
    /// <param name="observers">Replaces <see cref="Observers"/>.</param>
    /// <param name="control">Replaces <see cref="Control"/>.</param>
    public Study<T> With(IEnumerable<Trial<T>> knownTrials, IReadOnlyList<IStudyObserver<T>> observers, RunControl? control) => new(Space)
    {
        Sampler = Sampler,
        Pruner = Pruner,
        Budget = Budget,
        Seed = Seed,
        Threads = Threads,
        MaxPendingTrials = MaxPendingTrials,
        OnFailure = OnFailure,
        TrialTimeout = TrialTimeout,
        KnownTrials = knownTrials,
        Progress = Progress,
        Observers = observers,
        Control = control,
        Store = Store,
        Direction = Direction,
    };

    /// <summary>What the study's results depend on beside the configurations: whoever continues it must say the same.</summary>
    /// <param name="parts">What the evaluator adds; see <see cref="IEvaluator{T}.Identity"/>.</param>
    public StudyIdentity DescribeIdentity(IReadOnlyList<IdentityPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return Plan(NoEvaluator<T>.Instance, Direction).Identity(parts);
    }

    private AskAndTell<T> Asked
    {
        get
        {
            lock (_gate)
                return _asked ??= new AskAndTell<T>(Plan(NoEvaluator<T>.Instance, Direction));
        }
    }

    private static Objective<T> Checked(object objective, Func<T, RunningTrial, CancellationToken, double> compute, bool isCancellable, bool reports)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return new Objective<T>(compute, isCancellable, reports);
    }

    private ObjectiveEvaluator<T> Synchronous(Func<T, double> objective)
    {
        if (TrialTimeout is { } limit)
            throw new ArgumentException($"TrialTimeout is {limit}, but the objective takes no token by which it could be ended. Give an objective of the configuration and a {nameof(CancellationToken)}.", nameof(objective));
        return new(Checked(objective, (configuration, _, _) => objective(configuration), isCancellable: false, reports: false));
    }

    private ObjectiveEvaluator<T> Synchronous(Func<T, CancellationToken, double> objective) =>
        new(Checked(objective, (configuration, _, token) => objective(configuration, token), isCancellable: true, reports: false) with { Timeout = TrialTimeout });

    private ObjectiveEvaluator<T> Synchronous(Func<T, RunningTrial, CancellationToken, double> objective) =>
        new(Checked(objective, objective, isCancellable: true, reports: true) with { Timeout = TrialTimeout });

    // The thread that waits for the study is one of its own, so that the pool's stay free for what the objective awaits.
    private Task<StudyResult<T>> RunAsync(Func<T, RunningTrial, CancellationToken, Task<double>> objective, Direction direction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return Task.Factory.StartNew(
            () => Evaluate(new AsyncObjectiveEvaluator<T>(objective, TrialTimeout), direction, cancellationToken),
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default);
    }

    private StudyResult<T> Evaluate(IEvaluator<T> evaluator, Direction direction, CancellationToken cancellationToken)
    {
        using var activity = new GuardedActivity("study");
        try
        {
            using var run = new StudyRun<T>(Plan(evaluator, direction), cancellationToken);
            var result = run.Run();
            activity.Tag("typedtune.trials", result.Trials.Count);
            activity.Tag("typedtune.stop_reason", result.StopReason.ToString());
            return result;
        }
        catch (Exception exception)
        {
            activity.Fail(exception);
            throw;
        }
    }

    private StudyPlan<T> Plan(IEvaluator<T> evaluator, Direction direction)
    {
        T[] enqueued;
        lock (_gate)
            enqueued = [.. _enqueued];
        Trial<T>[] known = [.. KnownTrials];
        int missing = Array.IndexOf(known, null);
        if (missing >= 0)
            throw new ArgumentException($"{nameof(KnownTrials)} has null in place {missing}. Give trials alone.");
        return new StudyPlan<T>
        {
            Space = Space,
            Evaluator = evaluator,
            Sampler = Sampler ?? TypedTune.Sampler.DefaultFor(Space),
            Pruner = Pruner,
            Direction = direction,
            Budget = Budget,
            OnFailure = OnFailure,
            Seed = Seed,
            Threads = Threads,
            MaxPendingTrials = MaxPendingTrials,
            Enqueued = enqueued,
            Known = known,
            Observers = Progress is null ? Observers : [new ProgressObserver<T>(Progress), .. Observers],
            Control = Control,
            Store = Store,
        };
    }
}
