namespace TypedTune;

/// <summary>A trial that an objective is evaluating, for reporting intermediate values. Not thread safe.</summary>
public sealed class RunningTrial
{
    private readonly ITrialSink _sink;
    private int? _known;
    private int? _last;

    internal RunningTrial(int index, ITrialSink sink)
    {
        Index = index;
        _sink = sink;
    }

    /// <summary>The trial's place in the order of proposal, from 0.</summary>
    public int Index { get; }

    /// <summary>Whether the pruner has ended the trial; its objective's value no longer counts.</summary>
    public bool IsPruned { get; private set; }

    /// <summary>Reports an intermediate value, and ends the trial here, as <see cref="TrialState.Pruned"/>, where the study's pruner says so.</summary>
    /// <param name="step">How far the trial is, as an epoch; larger than the step before. A retry reports from its start again: steps that an attempt before it has reported keep their values.</param>
    /// <param name="value">The objective so far; not not-a-number.</param>
    /// <exception cref="TrialPrunedException">The pruner ends the trial. Let it pass.</exception>
    /// <exception cref="ArgumentException">The step is not larger than the one before, or the value is not a number.</exception>
    public void Report(int step, double value)
    {
        if (double.IsNaN(value))
            throw new ArgumentException($"Trial {Index} reports a value that is not a number in step {step}. Report numbers, or let the trial fail.", nameof(value));
        if (step <= _last)
            throw new ArgumentException($"Trial {Index} reports step {step} after step {_last}. Report each step once, in ascending order.", nameof(step));
        _last = step;
        if (!IsPruned && step <= _known)
            return;
        if (IsPruned || _sink.Report(Index, new TrialReport(step, value)))
        {
            IsPruned = true;
            throw new TrialPrunedException();
        }

        _known = step;
    }

    /// <summary>Lets another attempt report from its start.</summary>
    internal void Restart() => _last = null;
}
