namespace TypedTune.Learning.Tests;

public sealed class PartialRocAucTests : ProbabilityMetricContract
{
    protected override IMetric<IProbabilisticClassification> Metric => Learning.Metric.PartialRocAuc("b", 0.3);

    // Ranks one label against the others.
    protected override bool IsDefined(Targets truth) => truth.Labels.Codes.Contains(1) && truth.Labels.Codes.ContainsAnyExcept(1);
}
