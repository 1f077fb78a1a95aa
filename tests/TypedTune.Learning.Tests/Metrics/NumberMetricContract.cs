using TypedTune.Contracts;

namespace TypedTune.Learning.Tests;

/// <summary>The contract of metrics of numbers, by rows of noise.</summary>
public abstract class NumberMetricContract : MetricContract<IRegression>
{
    protected override (Targets Truth, Predictions Predictions) Sample(int rows, int seed)
    {
        var random = Seed.Of(seed).Stream();
        double[] truth = [.. Enumerable.Range(0, rows).Select(_ => 10 * random.NextNormal())];
        return (Targets.Of(truth), new Predictions(Array.ConvertAll(truth, value => value + random.NextNormal())));
    }

    protected override Predictions Perfect(Targets truth) => new(truth);
}
