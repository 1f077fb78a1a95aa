namespace TypedTune;

/// <summary>One configuration that was evaluated, and what came of it. Immutable once a search has returned it.</summary>
/// <typeparam name="T">The configuration.</typeparam>
public class Trial<T>
{
    // Not a number and no rank where the trial failed: a nullable field takes twice the room, and there may be millions.
    private readonly double _score;
    private int _rank;

    internal Trial(int index, T configuration, double? score, Exception? error, TimeSpan duration)
    {
        Index = index;
        Configuration = configuration;
        _score = error is null ? score!.Value : double.NaN;
        Error = error;
        Duration = duration;
    }

    /// <summary>The trial's place in the order in which the candidates were proposed, from 0.</summary>
    public int Index { get; }

    /// <summary>What was evaluated, in the user's own type.</summary>
    public T Configuration { get; }

    /// <summary>The objective's value, never not-a-number; null where the trial failed.</summary>
    public double? Score => Error is null ? _score : null;

    /// <summary>Why the trial failed, or null.</summary>
    public Exception? Error { get; }

    /// <summary>Whether the trial has a score.</summary>
    public bool Succeeded => Error is null;

    /// <summary>How long the evaluation took, failed attempts included.</summary>
    public TimeSpan Duration { get; }

    /// <summary>1 for the best; equal scores share the better rank, as in scikit-learn; null where the trial failed.</summary>
    public int? Rank
    {
        get => _rank > 0 ? _rank : null;
        internal set => _rank = value ?? 0;
    }

    /// <summary>Rank, score and configuration.</summary>
    public override string ToString() => Succeeded ? $"#{Rank} {Score}: {Configuration}" : $"failed ({Error!.Message}): {Configuration}";
}
