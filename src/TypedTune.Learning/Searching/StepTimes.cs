namespace TypedTune.Learning;

/// <summary>Adds up how long the fits of each step took. Not thread safe.</summary>
internal sealed class StepTimes
{
    private readonly Dictionary<string, StepTime> _steps = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Takes a unit in; failures are left out.</summary>
    public void Add(FitUnit unit)
    {
        if (unit.Step is not { } step || unit.Error is not null || unit.FitTime <= TimeSpan.Zero)
            return;
        if (!_steps.TryGetValue(step, out var so))
            _order.Add(step);
        _steps[step] = new StepTime(step, so.Fits + 1, so.Time + unit.Duration, so.Work + unit.Node.Estimate.Work);
    }

    /// <summary>The times, in the order in which steps first ended.</summary>
    public IReadOnlyList<StepTime> ToList() => [.. _order.Select(step => _steps[step])];
}
