namespace TypedTune;

/// <summary>What every search returns: its trials, ranked.</summary>
/// <typeparam name="TTrial">The kind of trial.</typeparam>
/// <typeparam name="T">The configuration.</typeparam>
public abstract class TrialHistory<TTrial, T>
    where TTrial : Trial<T>
{
    private readonly TTrial? _best;

    /// <summary>Ranks trials.</summary>
    /// <param name="trials">Every finished trial, in the order of proposal.</param>
    /// <param name="direction">Whether small or large scores are good.</param>
    /// <param name="stopReason">Why the search ended.</param>
    /// <param name="duration">How long it took.</param>
    protected TrialHistory(IReadOnlyList<TTrial> trials, Direction direction, StopReason stopReason, TimeSpan duration)
    {
        Trials = trials;
        Direction = direction;
        StopReason = stopReason;
        Duration = duration;
        _best = Ranking.Rank<TTrial, T>(trials, direction);
    }

    /// <summary>Every finished trial, failed ones included, in the order in which the candidates were proposed.</summary>
    public IReadOnlyList<TTrial> Trials { get; }

    /// <summary>Every finished trial, the best first, equal ones in the order of their proposal, failed ones last.</summary>
    public IEnumerable<TTrial> Ranked => Trials.OrderBy(trial => trial.Rank ?? int.MaxValue);

    /// <summary>Whether small or large scores are good.</summary>
    public Direction Direction { get; }

    /// <summary>Why the search ended.</summary>
    public StopReason StopReason { get; }

    /// <summary>How long the search took.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The best trial; of equal ones the first.</summary>
    /// <exception cref="InvalidOperationException">No trial succeeded; the message says why.</exception>
    public TTrial Best => _best ?? throw NoBest();

    /// <summary>Creates the exception that says why there is no best trial.</summary>
    protected InvalidOperationException NoBest()
    {
        if (Trials.FirstOrDefault(trial => trial.Error is not null) is { } failed)
            return new InvalidOperationException($"None of {Trials.Count} trials succeeded. The first failed with: {failed.ErrorMessage}", failed.Error);
        if (Trials.Count > 0)
            return new InvalidOperationException($"None of {Trials.Count} trials was evaluated to its end: all were pruned. Let the pruner compare more, or fewer be pruned.");
        return new InvalidOperationException(StopReason switch
        {
            StopReason.Cancelled => "The search was cancelled before its first trial was finished, so there is no best one.",
            StopReason.TimeBudget => "The time budget ran out before the first trial was finished, so there is no best one. Allow more time.",
            StopReason.Unfinished => "No trial has ended yet, so there is no best one. Tell the scores of candidates first.",
            _ => "There are no trials, so there is no best one.",
        });
    }
}
