namespace TypedTune.Learning.Tests;

/// <summary>The contract of metrics of numbers above 0.</summary>
public abstract class PositiveMetricContract : NumberMetricContract
{
    protected override (Targets Truth, Predictions Predictions) Sample(int rows, int seed)
    {
        var random = Seed.Of(seed).Stream();
        double[] truth = [.. Enumerable.Range(0, rows).Select(_ => Math.Exp(random.NextNormal()))];
        return (Targets.Of(truth), new Predictions(Array.ConvertAll(truth, value => value * Math.Exp(0.3 * random.NextNormal()))));
    }
}
