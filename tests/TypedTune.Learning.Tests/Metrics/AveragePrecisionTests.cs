namespace TypedTune.Learning.Tests;

public sealed class AveragePrecisionTests : ProbabilityMetricContract
{
    protected override IMetric<IProbabilisticClassification> Metric => Learning.Metric.AveragePrecision();

    protected override bool IsDefined(Targets truth) => truth.Labels.Codes.ToArray().Distinct().Count() > 1;
}
