namespace TypedTune.Learning.Tests;

public sealed class CalibrationErrorTests : ProbabilityMetricContract
{
    protected override IMetric<IProbabilisticClassification> Metric => Learning.Metric.CalibrationError(5);

    [Fact]
    public void Gap_IsThatOfTheMeanProbabilityFromTheShareThatIsRight()
    {
        // Four rows in the bin up to 0.8, of which two are right; one in the last bin, which is right.
        var truth = Targets.Of(Categories.From(["a", "a", "b", "b", "a"]));
        double[][] rows = [[0.7, 0.3], [0.75, 0.25], [0.8, 0.2], [0.65, 0.35], [0.9, 0.1]];
        var predictions = new Predictions(truth) { Probabilities = FeatureMatrix.FromRows(rows, new FeatureNames("a", "b")) };

        Assert.Equal((4 * (0.725 - 0.5) + (1 - 0.9)) / 5, Metric.Score(truth, predictions), 1e-14);
    }
}
