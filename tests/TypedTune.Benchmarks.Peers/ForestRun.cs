using System.Diagnostics;
using System.Text.Json;

namespace TypedTune.Benchmarks.Peers;

/// <summary>
/// One fit and a few predictions, timed in a process of their own. A fit and a prediction of a small slice come before and are
/// not counted: with tiered compilation off, as it is in this project, all code is then compiled as well as it will be.
/// </summary>
internal static class ForestRun
{
    private const int WarmUpRows = 2000;

    // The least counts: a prediction is so short that the others who use the machine are felt at once.
    private const int Predictions = 5;

    public static void Print<TInput, TForest>(IPeer<TInput, TForest> peer, Matrix train, Matrix test)
    {
        var slice = peer.Prepare(train.Head(WarmUpRows));
        peer.Predict(peer.Fit(slice), slice);
        var (trainInput, testInput) = (peer.Prepare(train), peer.Prepare(test));
        double peak = PeakMemory.Peak;
        GC.Collect();
        PeakMemory.Reset();
        double before = PeakMemory.Now;

        var (forest, fit, processor) = Timed(() => peer.Fit(trainInput));
        double after = PeakMemory.Peak;

        double[] predictions = [];
        var (predict, predictProcessor) = (double.PositiveInfinity, double.PositiveInfinity);
        for (int time = 0; time < Predictions; time++)
        {
            (predictions, double seconds, double processorSeconds) = Timed(() => peer.Predict(forest, testInput));
            (predict, predictProcessor) = (Math.Min(predict, seconds), Math.Min(predictProcessor, processorSeconds));
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            fit,
            processor,
            predict,
            predictProcessor,
            score = test.Score(predictions),
            peak = Math.Max(peak, after),
            added = after - before,
        }));
    }

    private static (T Result, double Seconds, double Processor) Timed<T>(Func<T> work)
    {
        var processorBefore = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        var result = work();
        return (result, Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - processorBefore).TotalSeconds);
    }
}
