namespace TypedTune.Learning;

/// <summary>Estimates how long the fits that are left will take, by how long others of the same step took. Not thread safe.</summary>
internal sealed class RemainingTime
{
    private readonly Dictionary<string, Progress> _steps = [];
    private readonly int _threads;

    public RemainingTime(IEnumerable<FitNode> nodes, int threads)
    {
        _threads = threads;
        foreach (var node in nodes)
        {
            if (node.Step is not null)
                Of(node.Step).Left += node.Estimate.Work;
        }
    }

    public void Finish(FitNode node)
    {
        var step = Of(node.Step!);
        step.Left -= node.Estimate.Work;
        if (node.Error is not null)
            return;
        step.Done += node.Estimate.Work;
        step.Seconds += node.Duration.TotalSeconds;
    }

    /// <summary>The time, or null as long as a step was never measured.</summary>
    public TimeSpan? Estimate()
    {
        double seconds = 0;
        foreach (var step in _steps.Values)
        {
            if (step.Left <= 0)
                continue;
            if (step.Done <= 0)
                return null;
            seconds += step.Left * step.Seconds / step.Done;
        }

        return TimeSpan.FromSeconds(seconds / _threads);
    }

    private Progress Of(string step)
    {
        if (!_steps.TryGetValue(step, out var progress))
            _steps.Add(step, progress = new Progress());
        return progress;
    }

    private sealed class Progress
    {
        public double Left { get; set; }

        public double Done { get; set; }

        public double Seconds { get; set; }
    }
}
