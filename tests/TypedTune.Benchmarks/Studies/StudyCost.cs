using System.Diagnostics;
using System.Globalization;

namespace TypedTune.Benchmarks.Studies;

/// <summary>
/// What a study itself takes: trials a second, bytes kept a trial and growth, with an objective that takes next to no time.
/// A plain mode of the program, as a run of seconds needs no harness; <c>study.py</c> puts Optuna beside it.
/// </summary>
internal static class StudyCost
{
    private const int Repeats = 5;

    public static void Run(string[] args)
    {
        int[] sizes = args.Length > 0 ? [.. args.Select(text => int.Parse(text, CultureInfo.InvariantCulture))] : [10_000, 100_000, 1_000_000];
        Grid(1_000, 1);
        Random(1_000, 1);
        Console.WriteLine("candidates,trials,threads,seconds,processor seconds,trials a second,bytes a trial");
        foreach (int size in sizes)
        {
            foreach (int threads in new[] { 1, 2 })
            {
                Report("grid", size, threads, () => Grid(size, threads));
                Report("random", size, threads, () => Random(size, threads));
            }
        }
    }

    private static StudyResult<Knobs> Grid(int count, int threads) =>
        new Study<Knobs>(Knobs.Points(count)) { Threads = threads }.Minimize(Knobs.Cost);

    private static StudyResult<Knobs> Random(int count, int threads) =>
        new Study<Knobs>(Knobs.Space.Width.All() * Knobs.Space.Depth.All() * Knobs.Space.Rate.All()) { Budget = new() { Trials = count }, Threads = threads }.Minimize(Knobs.Cost);

    // The fastest of several: what else the machine does only ever adds.
    private static void Report(string candidates, int size, int threads, Func<StudyResult<Knobs>> run)
    {
        double seconds = double.PositiveInfinity, processor = double.PositiveInfinity;
        long bytes = 0;
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            long before = GC.GetTotalMemory(forceFullCollection: true);
            var spent = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            var result = run();
            seconds = Math.Min(seconds, Stopwatch.GetElapsedTime(start).TotalSeconds);
            processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - spent).TotalSeconds);
            bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
            if (result.Trials.Count != size || result.Best.Rank != 1)
                throw new InvalidOperationException($"The study made {result.Trials.Count} trials of {size}.");
            GC.KeepAlive(result);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{candidates},{size},{threads},{seconds:F4},{processor:F4},{size / seconds:F0},{(double)bytes / size:F0}"));
    }
}
