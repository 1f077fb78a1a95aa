using System.Diagnostics;

namespace TypedTune;

/// <summary>
/// How many candidates are handed out at once: as many as take about half a millisecond, and so one where a trial takes longer. What
/// handing out costs is lost in that, and slow trials are still spread over the threads one by one. Not thread safe.
/// </summary>
internal sealed class BatchSize
{
    /// <summary>How many are handed out at most: their arrays stay small objects.</summary>
    public const int Largest = 1024;

    /// <summary>After how many ticks of the stopwatch a thread looks for what else there is to do.</summary>
    public static readonly long Slice = Stopwatch.Frequency / 1000;

    /// <summary>The next batch's size.</summary>
    public int Next { get; private set; } = 1;

    /// <summary>Learns how long candidates took, from asking for them to telling what came of them.</summary>
    /// <param name="count">How many candidates, at least 1.</param>
    /// <param name="ticks">Ticks of the stopwatch for all of them.</param>
    public void Tell(int count, long ticks) => Next = (int)Math.Clamp(Slice / 2 * count / Math.Max(ticks, 1), 1, Math.Min(Largest, 2L * Next));
}
