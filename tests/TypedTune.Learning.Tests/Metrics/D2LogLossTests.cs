namespace TypedTune.Learning.Tests;

public sealed class D2LogLossTests : ProbabilityMetricContract
{
    protected override IMetric<IProbabilisticClassification> Metric => Learning.Metric.D2LogLoss;

    protected override bool IsDefined(Targets truth) => truth.Labels.Codes.ToArray().Distinct().Count() > 1;

    [Fact]
    public void SharesOfTheLabels_ExplainNothing()
    {
        var truth = Targets.Of(Categories.From(["a", "a", "a", "b"]));
        var shares = new Predictions(truth) { Probabilities = FeatureMatrix.FromRows([[0.75, 0.25], [0.75, 0.25], [0.75, 0.25], [0.75, 0.25]], new FeatureNames("a", "b")) };

        Assert.Equal(0, Metric.Score(truth, shares), 1e-14);
    }
}
