using System.Diagnostics;
using System.Globalization;

namespace TypedTune.Benchmarks.Studies;

/// <summary>What threads beyond the processors cost: trials of next to no time, and trials of a millisecond whose loops share the threads.</summary>
internal static class SchedulerCost
{
    private const int Repeats = 5;
    private const int Trivial = 1_000_000;
    private const int Trials = 1_000;
    private const int Pieces = 8;
    private static readonly int s_turns = Calibrated();
    private static double s_sink;

    public static void Run()
    {
        Console.WriteLine("work,threads,seconds,processor seconds");
        foreach (int threads in new[] { 1, 2, 8 })
        {
            Report($"{Trivial} trivial trials", threads, () => new Study<Knobs>(Knobs.Points(Trivial)) { Threads = threads }.Minimize(Knobs.Cost));
            Report($"{Trials} trials of 1 ms in {Pieces} nested pieces", threads, () =>
            {
                using var scheduler = new WorkScheduler(threads);
                scheduler.For(Trials, _ => scheduler.For(Pieces, _ => Turn(s_turns / Pieces)));
            });
            Report($"{Trials} loops one after the other, each of 1 ms in {Pieces} pieces", threads, () =>
            {
                using var scheduler = new WorkScheduler(threads);
                for (int i = 0; i < Trials; i++)
                    scheduler.For(Pieces, _ => Turn(s_turns / Pieces));
            });
            Report("a loop of 1000000 trivial pieces", threads, () =>
            {
                using var scheduler = new WorkScheduler(threads);
                scheduler.For(1_000_000, _ => { });
            });
        }
    }

    private static void Report(string work, int threads, Action run)
    {
        double seconds = double.PositiveInfinity, processor = double.PositiveInfinity;
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            var spent = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            run();
            seconds = Math.Min(seconds, Stopwatch.GetElapsedTime(start).TotalSeconds);
            processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - spent).TotalSeconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\"{work}\",{threads},{seconds:F3},{processor:F3}"));
    }

    // Turns of a fixed number and not of a fixed time: a thread that waits for a processor has not worked.
    private static int Calibrated()
    {
        Turn(10_000_000);
        double fastest = Enumerable.Range(0, 20).Min(_ =>
        {
            long start = Stopwatch.GetTimestamp();
            Turn(1_000_000);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        return (int)(1_000_000 / fastest);
    }

    private static void Turn(int turns)
    {
        double x = 1;
        for (int i = 0; i < turns; i++)
            x = Math.Sqrt(x + i);
        s_sink = x;
    }
}
