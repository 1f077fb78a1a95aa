namespace TypedTune.Learning;

/// <summary>Estimates how long the fits that are left will take, by how long others of the same step took. Not thread safe.</summary>
internal sealed class RemainingTime(int threads)
{
    private readonly Dictionary<string, Progress> _steps = [];

    /// <summary>Takes in work that is to come, by step.</summary>
    public void Add(IReadOnlyDictionary<string, double> work)
    {
        foreach (var (step, more) in work)
            Of(step).Left += more;
    }

    public void Finish(FitEnd fit)
    {
        var step = Of(fit.Step);
        step.Left -= fit.Work;
        if (fit.Error is not null)
            return;
        step.Done += fit.Work;
        step.Seconds += fit.Duration.TotalSeconds;
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

        return TimeSpan.FromSeconds(seconds / threads);
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
