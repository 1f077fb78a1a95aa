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

        var processorBefore = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        var forest = peer.Fit(trainInput);
        double fit = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double processor = (Environment.CpuUsage.TotalTime - processorBefore).TotalSeconds;
        double after = PeakMemory.Peak;

        double[] predictions = [];
        double predict = double.PositiveInfinity;
        for (int time = 0; time < Predictions; time++)
        {
            start = Stopwatch.GetTimestamp();
            predictions = peer.Predict(forest, testInput);
            predict = Math.Min(predict, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            fit,
            processor,
            predict,
            score = test.Score(predictions),
            peak = Math.Max(peak, after),
            added = after - before,
        }));
    }
}
