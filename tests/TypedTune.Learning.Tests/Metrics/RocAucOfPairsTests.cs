namespace TypedTune.Learning.Tests;

public sealed class RocAucOfPairsTests : ProbabilityMetricContract
{
    protected override IMetric<IProbabilisticClassification> Metric => Learning.Metric.RocAucOfPairs();

    protected override bool IsDefined(Targets truth) => truth.Labels.Codes.ToArray().Distinct().Count() > 1;
}
