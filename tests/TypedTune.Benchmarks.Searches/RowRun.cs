using System.Diagnostics;
using Housing;
using TypedTune.Learning;

namespace TypedTune.Benchmarks.Searches;

/// <summary>Times single rows through the chapter's fitted pipeline, as a service predicts them.</summary>
internal static class RowRun
{
    /// <summary>Fits 100 trees, saves and loads the model, and predicts rows one by one with what was loaded.</summary>
    /// <param name="train">The rows to learn from.</param>
    /// <param name="test">The rows to predict, each once a turn.</param>
    /// <param name="turns">How many times all are predicted.</param>
    public static void Print(Table<District> train, Table<District> test, int turns)
    {
        var model = new HousingModel { Preprocessing = new() { Geo = new() { Clusters = 15, Seed = 42 } }, RandomForest = new() { Seed = 42, MaxFeatures = MaxFeatures.Count(6) } }.Fit(train);
        using var file = new MemoryStream();
        var (saving, _) = Time(() => model.Save(file));
        file.Position = 0;
        HousingModel.Fitted? loaded = null;
        var (loading, _) = Time(() => loaded = HousingModel.Fitted.Load(file));

        District[] rows = [.. test];
        double[] expected = model.Predict(test);
        var times = new double[turns];
        long bytes = 0;
        for (int turn = 0; turn < turns; turn++)
        {
            var (time, allocated) = Time(() =>
            {
                for (int i = 0; i < rows.Length; i++)
                {
                    if (loaded!.Predict(rows[i]) != expected[i])
                        throw new InvalidOperationException($"Row {i} alone is predicted otherwise than among others.");
                }
            });
            (times[turn], bytes) = (time.TotalMicroseconds / rows.Length, allocated / rows.Length);
        }

        Array.Sort(times);
        Reports.Print(new RowReport(times[0], times[turns / 2], bytes, saving.TotalSeconds, loading.TotalSeconds, file.Length));
    }

    private static (TimeSpan Time, long Bytes) Time(Action action)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        action();
        return (Stopwatch.GetElapsedTime(start), GC.GetAllocatedBytesForCurrentThread() - bytes);
    }
}
