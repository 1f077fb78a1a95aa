using System.Diagnostics;

namespace TypedTune.Benchmarks.Searches;

/// <summary>Measures work by the clock and by processor time.</summary>
internal static class Timing
{
    public static (double Seconds, double Processor) Measure(Action work)
    {
        var processorBefore = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        work();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - processorBefore).TotalSeconds);
    }
}
