using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedTune.Benchmarks.Searches;

/// <summary>What a search took and found.</summary>
internal sealed record SearchReport(double Seconds, double? CvRmse, double TestRmse, IReadOnlyList<TrialReport> Trials);

/// <summary>A candidate and the mean of its folds' errors; null if it failed.</summary>
internal sealed record TrialReport(int Clusters, int MaxFeatures, double? MeanRmse);

/// <summary>What sharing saved.</summary>
internal sealed record SharingReport(IReadOnlyList<SharingTimes> Runs, IReadOnlyList<SharingFits> Steps);

/// <summary>One search and a search a candidate, by the clock and by processor time, in seconds.</summary>
internal sealed record SharingTimes(double Shared, double SharedProcessor, double Naive, double NaiveProcessor);

/// <summary>How often a step is fitted in one search and in a search a candidate.</summary>
internal sealed record SharingFits(string Step, int Shared, int Naive);

/// <summary>What nine more metrics cost: the medians over rounds of ten metrics' time over one's.</summary>
internal sealed record MetricsReport(IReadOnlyList<MetricTimes> Runs, double Ratio, double ProcessorRatio);

/// <summary>A search by one metric and by ten, by the clock and by processor time, in seconds.</summary>
internal sealed record MetricTimes(double One, double OneProcessor, double Ten, double TenProcessor);

/// <summary>What a row takes that is predicted alone, and what saving and loading the model takes.</summary>
internal sealed record RowReport(double FastestMicroseconds, double MedianMicroseconds, long Bytes, double SaveSeconds, double LoadSeconds, long FileBytes);

/// <summary>Writes them as one line of JSON, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SearchReport))]
[JsonSerializable(typeof(SharingReport))]
[JsonSerializable(typeof(MetricsReport))]
[JsonSerializable(typeof(RowReport))]
internal sealed partial class Reports : JsonSerializerContext
{
    public static void Print(SearchReport report) => Console.WriteLine(JsonSerializer.Serialize(report, Default.SearchReport));

    public static void Print(SharingReport report) => Console.WriteLine(JsonSerializer.Serialize(report, Default.SharingReport));

    public static void Print(MetricsReport report) => Console.WriteLine(JsonSerializer.Serialize(report, Default.MetricsReport));

    public static void Print(RowReport report) => Console.WriteLine(JsonSerializer.Serialize(report, Default.RowReport));
}
