using System.Text.Json;
using System.Text.Json.Serialization;

namespace Housing;

/// <summary>What a run writes for other programs. Numbers in full precision.</summary>
internal sealed record JsonReport(
    string Mode,
    double Seconds,
    int Candidates,
    int Distinct,
    IReadOnlyDictionary<string, int> Fits,
    JsonReport.Choice Best,
    double CvRmse,
    double TestRmse,
    double[] TestRmseInterval,
    IReadOnlyList<JsonReport.Trial> Trials,
    IReadOnlyList<JsonReport.Importance> Importances)
{
    public sealed record Choice(int Clusters, int MaxFeatures);

    public sealed record Trial(int Clusters, int MaxFeatures, double? MeanRmse, double? StdRmse, IReadOnlyList<double> FoldRmse, string? Error);

    public sealed record Importance(string Name, double Value);

    public static JsonReport Of(string mode, Outcome outcome, double seconds)
    {
        var result = outcome.Result;
        return new JsonReport(
            mode,
            seconds,
            result.Plan.Candidates,
            result.Plan.Distinct,
            result.Plan.Steps.ToDictionary(step => step.Step, step => step.Fits),
            new Choice(outcome.Clusters, Count(result.Best.Configuration)),
            result.Best.MeanScore!.Value,
            outcome.TestRmse,
            [outcome.Interval.Low, outcome.Interval.High],
            [.. result.Trials.Select(trial => new Trial(
                trial.Configuration.Preprocessing.Geo.Clusters,
                Count(trial.Configuration),
                trial.MeanScore,
                trial.StandardDeviation,
                trial.FoldScores,
                trial.Error?.Message))],
            [.. result.Model.FeatureImportances.Descending().Select(item => new Importance(item.Name, item.Importance))]);
    }

    // Both searches vary the count alone.
    private static int Count(HousingModel model) => model.RandomForest.MaxFeatures.Match(
        count => count, _ => throw Other(), () => throw Other(), () => throw Other(), () => throw Other());

    private static InvalidOperationException Other() => new("The searches of this sample count the features of a split.");

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, JsonReportContext.Default.JsonReport) + "\n");
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonReport))]
internal sealed partial class JsonReportContext : JsonSerializerContext;
