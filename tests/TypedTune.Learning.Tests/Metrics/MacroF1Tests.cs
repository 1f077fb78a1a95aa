namespace TypedTune.Learning.Tests;

public sealed class MacroF1Tests : LabelMetricContract
{
    protected override IMetric<IClassification> Metric => Learning.Metric.F1(Average.Macro);
}
