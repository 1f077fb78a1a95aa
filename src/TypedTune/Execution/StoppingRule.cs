namespace TypedTune;

/// <summary>
/// Finds the trial that ends a study by its target score or by patience. It looks at trials in the order of their proposal,
/// whichever was finished first, so that the end is the same at any number of threads. Not thread safe.
/// </summary>
internal sealed class StoppingRule(Budget budget, Direction direction)
{
    private readonly Dictionary<int, double?> _early = [];
    private int _next;
    private double? _best;
    private int _withoutGain;

    /// <summary>The last trial that counts, once there is one.</summary>
    public int? LastIndex { get; private set; }

    /// <summary>Which limit ended the search.</summary>
    public StopReason Reason { get; private set; }

    /// <summary>Takes a trial in.</summary>
    /// <param name="index">Its place in the order of proposal, each once.</param>
    /// <param name="score">Its score; null where it failed.</param>
    public void Tell(int index, double? score)
    {
        if (!budget.IsOrdered || LastIndex is not null)
            return;
        if (index != _next)
        {
            _early.Add(index, score);
            return;
        }

        Look(_next++, score);
        while (LastIndex is null && _early.Remove(_next, out double? next))
            Look(_next++, next);
    }

    private void Look(int index, double? score)
    {
        bool isGain = score is { } value && (_best is not { } best || direction.IsBetter(value, best));
        _withoutGain = isGain ? 0 : _withoutGain + 1;
        if (isGain)
            _best = score;
        if (isGain && budget.TargetScore is { } target && !direction.IsBetter(target, score!.Value))
            (LastIndex, Reason) = (index, StopReason.TargetScore);
        else if (_withoutGain >= budget.Patience)
            (LastIndex, Reason) = (index, StopReason.Patience);
    }
}
