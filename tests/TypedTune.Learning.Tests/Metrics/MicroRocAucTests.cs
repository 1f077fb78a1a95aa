namespace TypedTune.Learning.Tests;

public sealed class MicroRocAucTests : ProbabilityMetricContract
{
    protected override IMetric<IProbabilisticClassification> Metric => Learning.Metric.RocAuc(Average.Micro);

    protected override bool IsDefined(Targets truth) => truth.Labels.Codes.ToArray().Distinct().Count() > 1;
}
