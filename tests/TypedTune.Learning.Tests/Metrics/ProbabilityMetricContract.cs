using TypedTune.Contracts;

namespace TypedTune.Learning.Tests;

/// <summary>The contract of metrics of probabilities, by rows of three labels.</summary>
public abstract class ProbabilityMetricContract : MetricContract<IProbabilisticClassification>
{
    protected static string[] Labels { get; } = ["a", "b", "c"];

    protected override (Targets Truth, Predictions Predictions) Sample(int rows, int seed)
    {
        var random = Seed.Of(seed).Stream();
        var truth = new Categories(Labels, [.. Enumerable.Range(0, rows).Select(_ => random.NextBelow(3))]);
        double[][] shares = [.. Enumerable.Range(0, rows).Select(_ => new[] { random.NextDouble(), random.NextDouble(), 0.1 })];
        return (Targets.Of(truth), new Predictions(truth) { Probabilities = FeatureMatrix.FromRows([.. shares.Select(row => Array.ConvertAll(row, share => share / row.Sum()))], new FeatureNames(Labels)) });
    }

    protected override Predictions Perfect(Targets truth) => new(truth)
    {
        Probabilities = FeatureMatrix.FromRows([.. truth.Labels.Codes.ToArray().Select(code => Enumerable.Range(0, 3).Select(level => level == code ? 1.0 : 0).ToArray())], new FeatureNames(truth.Labels.Levels)),
    };
}
