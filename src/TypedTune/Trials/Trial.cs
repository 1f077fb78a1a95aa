namespace TypedTune;

/// <summary>The result of evaluating one candidate, whatever the type of its configuration. Immutable once a study has returned it.</summary>
public abstract class Trial
{
    // Not a number and no rank where there is none: a nullable field takes twice the room, and there may be millions of trials.
    private readonly double _score;
    private int _rank;

    private protected Trial(int index, TrialState state, double score, Exception? error, TimeSpan duration)
    {
        Index = index;
        State = state;
        _score = score;
        Error = error;
        Duration = duration;
    }

    /// <summary>The trial's place in the order in which the candidates were proposed, from 0.</summary>
    public int Index { get; }

    /// <summary>How the trial ended.</summary>
    public TrialState State { get; }

    /// <summary>Whether the trial has a score.</summary>
    public bool Succeeded => State == TrialState.Complete;

    /// <summary>The objective's value, never not-a-number; null where the trial failed or was pruned.</summary>
    public double? Score => Succeeded ? _score : null;

    /// <summary>The exception that made the trial fail; null otherwise.</summary>
    public Exception? Error { get; }

    /// <summary>The message of <see cref="Error"/>, also where the exception cannot tell it; null where there is no error.</summary>
    public string? ErrorMessage => Error is null ? null : ExceptionMessage.From(Error);

    /// <summary>The intermediate values that were reported, in order.</summary>
    public IReadOnlyList<TrialReport> Reports { get; internal init; } = [];

    /// <summary>The numbers that the evaluator keeps with the trial; see <see cref="TrialOutcome.Details"/>.</summary>
    public IReadOnlyList<double> Details { get; internal init; } = [];

    /// <summary>How long the evaluation took, failed attempts included.</summary>
    public TimeSpan Duration { get; }

    /// <summary>How often the configuration was proposed, at least 1; it is evaluated once.</summary>
    public int Occurrences { get; internal set; } = 1;

    /// <summary>1 for the best; equal scores share the better rank, as in scikit-learn; null where the trial has no score.</summary>
    public int? Rank
    {
        get => _rank > 0 ? _rank : null;
        internal set => _rank = value ?? 0;
    }
}

/// <summary>One configuration that was evaluated, and its result. Immutable once a study has returned it.</summary>
/// <typeparam name="T">The configuration.</typeparam>
public class Trial<T> : Trial
{
    private Trial(int index, T configuration, TrialState state, double score, Exception? error, TimeSpan duration)
        : base(index, state, score, error, duration) => Configuration = configuration;

    /// <summary>Creates a trial with the result of another one, for types that add to it.</summary>
    /// <param name="trial">The trial that is copied, without its rank.</param>
#pragma warning disable RS0022 // Meant: a search's trial adds to this one, and nothing else derives from the base.
    protected Trial(Trial<T> trial)
#pragma warning restore RS0022
        : this(trial?.Index ?? throw new ArgumentNullException(nameof(trial)), trial.Configuration, trial.State, trial.Score ?? double.NaN, trial.Error, trial.Duration)
    {
        Reports = trial.Reports;
        Details = trial.Details;
        Occurrences = trial.Occurrences;
    }

    /// <summary>What was evaluated, in the user's own type.</summary>
    public T Configuration { get; }

    /// <summary>Creates a trial that was evaluated to its end.</summary>
    /// <param name="index">The place in the order of proposal, from 0.</param>
    /// <param name="configuration">What was evaluated.</param>
    /// <param name="outcome">The result.</param>
    /// <param name="reports">The intermediate values, in order; default none.</param>
    /// <exception cref="ArgumentException">The score is not a number.</exception>
    public static Trial<T> Complete(int index, T configuration, TrialOutcome outcome, IReadOnlyList<TrialReport>? reports = null)
    {
        if (double.IsNaN(outcome.Score))
            throw new ArgumentException($"The score of trial {index} is not a number. A trial without a score is a failed one.", nameof(outcome));
        return new Trial<T>(index, configuration, TrialState.Complete, outcome.Score, null, outcome.Duration) { Details = outcome.Details, Reports = reports ?? [] };
    }

    /// <summary>Creates a trial that was ended by a pruner.</summary>
    /// <param name="index">The place in the order of proposal, from 0.</param>
    /// <param name="configuration">What was evaluated.</param>
    /// <param name="reports">The intermediate values, in order.</param>
    /// <param name="duration">How long the evaluation took.</param>
    public static Trial<T> Pruned(int index, T configuration, IReadOnlyList<TrialReport> reports, TimeSpan duration = default) =>
        new(index, configuration, TrialState.Pruned, double.NaN, null, duration) { Reports = reports ?? throw new ArgumentNullException(nameof(reports)) };

    /// <summary>Creates a trial that failed.</summary>
    /// <param name="index">The place in the order of proposal, from 0.</param>
    /// <param name="configuration">What was evaluated.</param>
    /// <param name="error">Why it failed.</param>
    /// <param name="duration">How long the evaluation took, failed attempts included.</param>
    /// <param name="reports">The intermediate values, in order; default none.</param>
    public static Trial<T> Failed(int index, T configuration, Exception error, TimeSpan duration = default, IReadOnlyList<TrialReport>? reports = null) =>
        new(index, configuration, TrialState.Failed, double.NaN, error ?? throw new ArgumentNullException(nameof(error)), duration) { Reports = reports ?? [] };

    /// <summary>Rank, score and configuration.</summary>
    public override string ToString() => State switch
    {
        TrialState.Complete => FormattableString.Invariant($"#{Rank} {Score}: {Configuration}"),
        TrialState.Pruned => $"pruned after {Reports.Count} reports: {Configuration}",
        _ => $"failed ({ErrorMessage}): {Configuration}",
    };

    /// <summary>The same trial of a configuration that was proposed so often.</summary>
    /// <param name="occurrences">How often, at least 1.</param>
    public Trial<T> Proposed(int occurrences)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(occurrences, 1);
        var trial = At(Index);
        trial.Occurrences = occurrences;
        return trial;
    }

    /// <summary>The same result at another place in the order of proposal.</summary>
    internal Trial<T> At(int index) => new(index, Configuration, State, Score ?? double.NaN, Error, Duration) { Reports = Reports, Details = Details };
}
