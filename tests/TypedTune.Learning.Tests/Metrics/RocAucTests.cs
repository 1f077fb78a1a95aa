namespace TypedTune.Learning.Tests;

public sealed class RocAucTests : ProbabilityMetricContract
{
    protected override IMetric<IProbabilisticClassification> Metric => Learning.Metric.RocAuc();

    protected override bool IsDefined(Targets truth) => truth.Labels.Codes.ToArray().Distinct().Count() > 1;
}
