namespace TypedTune.Learning.Tests;

public sealed class MeanCostTests : LabelMetricContract
{
    protected override IMetric<IClassification> Metric => Learning.Metric.MeanCost(new LabelCost("a", "b", 5), new LabelCost("b", "a", 0.5));

    [Fact]
    public void Cost_IsThatOfEachMistake() => Assert.Equal(
        (5 + 0.5 + 1 + 0) / 4,
        Learning.Metric.MeanCost(new LabelCost("a", "b", 5), new LabelCost("b", "a", 0.5)).Score(Categories.From(["a", "b", "b", "c"]), Categories.From(["b", "a", "c", "c"])));

    [Fact]
    public void IllegalCosts_AreRefused()
    {
        Assert.StartsWith("The cost of a predicted as b is given twice.", Assert.Throws<ArgumentException>("costs", () => Learning.Metric.MeanCost(new LabelCost("a", "b", 5), new LabelCost("a", "b", 4))).Message, StringComparison.Ordinal);
        Assert.StartsWith("A cost must be finite", Assert.Throws<ArgumentException>("costs", () => Learning.Metric.MeanCost(new LabelCost("a", "b", double.NaN))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_SaysTheCosts() => Assert.Equal("mean cost by a as b 5", Learning.Metric.MeanCost(new LabelCost("a", "b", 5)).ToString());
}
