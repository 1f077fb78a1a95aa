using TypedTune.Contracts;

namespace TypedTune.Learning.Tests;

/// <summary>The contract of metrics of labels, by rows of which two in three are predicted right.</summary>
public abstract class LabelMetricContract : MetricContract<IClassification>
{
    private static readonly string[] s_labels = ["a", "b", "c"];

    protected override (Targets Truth, Predictions Predictions) Sample(int rows, int seed)
    {
        var random = Seed.Of(seed).Stream();
        int[] truth = [.. Enumerable.Range(0, rows).Select(_ => random.NextBelow(3))];
        return (Targets.Of(new Categories(s_labels, truth)), new Predictions(new Categories(s_labels, Array.ConvertAll(truth, code => random.NextBelow(3) == 0 ? random.NextBelow(3) : code))));
    }

    protected override Predictions Perfect(Targets truth) => new(truth.Labels);
}
