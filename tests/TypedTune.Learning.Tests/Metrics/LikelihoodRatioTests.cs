namespace TypedTune.Learning.Tests;

public sealed class LikelihoodRatioTests
{
    private static readonly Categories s_truth = Categories.From(["a", "a", "a", "b", "b", "b", "b"]);
    private static readonly Categories s_predictions = Categories.From(["a", "a", "b", "a", "b", "b", "b"]);

    [Fact]
    public void Ratios_AreThoseOfTheRates()
    {
        Assert.Equal(2.0 / 3 / 0.25, Metric.PositiveLikelihoodRatio("a").Score(s_truth, s_predictions), 1e-14);
        Assert.Equal(1.0 / 3 / 0.75, Metric.NegativeLikelihoodRatio("a").Score(s_truth, s_predictions), 1e-14);
    }

    [Fact]
    public void WhatIsNotDefined_IsRefused()
    {
        Assert.StartsWith(
            "positive likelihood ratio of a is not defined, since the label is predicted for none of the other rows.",
            Assert.Throws<ArgumentException>("predictions", () => Metric.PositiveLikelihoodRatio("a").Score(s_truth, s_truth)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "negative likelihood ratio of c compares rows of the label with others, but no row has the label.",
            Assert.Throws<ArgumentException>("truth", () => Metric.NegativeLikelihoodRatio("c").Score(s_truth, s_predictions)).Message,
            StringComparison.Ordinal);
    }
}
