namespace TypedTune.Learning.Tests;

public sealed class PredictionsTests
{
    private static readonly FeatureNames s_levels = new("a", "b");

    [Fact]
    public void Points_AreNumbersOrLabels()
    {
        Predictions numbers = Targets.Of([1.0, 2.0]);

        Assert.Equal([1.0, 2.0], numbers.Points.Numbers);
        Assert.Equal("2 numbers", numbers.ToString());
        Assert.Equal("a", new Predictions(Categories.From(["a"])).Points.Labels[0]);
        Assert.Equal("1 labels", new Predictions(Categories.From(["a"])).ToString());
    }

    [Fact]
    public void WhatIsNotThere_IsRefusedWithTheInterfaceThatHasIt()
    {
        var points = new Predictions([1.0]);

        Assert.False(points.HasProbabilities || points.HasQuantiles);
        Assert.Contains("IFittedProbabilisticClassifier", Assert.Throws<InvalidOperationException>(() => points.Probabilities).Message, StringComparison.Ordinal);
        Assert.Contains("IFittedQuantileRegressor", Assert.Throws<InvalidOperationException>(() => points.Quantiles).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RowsTaken_KeepProbabilitiesAndQuantiles()
    {
        var labels = new Predictions(Categories.From(["a", "b"])) { Probabilities = FeatureMatrix.FromRows([[0.75, 0.25], [0, 1]], s_levels) };
        var numbers = new Predictions([1.0, 2.0]) { Quantiles = new QuantilePredictions([0.1, 0.9], FeatureMatrix.FromRows([[0, 3], [1, 4]])) };

        Assert.Equal([0, 0.75], labels.TakeRows([1, 0]).Probabilities.Column(0).ToArray());
        Assert.Equal([4.0], numbers.TakeRows([1]).Quantiles.At(0.9).ToArray());
        Assert.Equal("1 numbers, with quantiles", numbers.TakeRows([1]).ToString());
        Assert.Equal("2 labels, with probabilities", labels.ToString());
    }

    [Fact]
    public void ProbabilitiesThatAreNone_AreRefusedByRow()
    {
        Refused("A probability must be from 0 to 1, but that of b is -0.5 in row 1.", [[0.5, 0.5], [1.5 - 1, -0.5]]);
        Refused("A probability must be from 0 to 1, but that of a is NaN in row 0.", [[double.NaN, 0.5], [1, 0]]);
        Refused("The probabilities of a row must add up to 1, but those of row 1 add up to 0.75.", [[0.5, 0.5], [0.25, 0.5]]);
        Refused("There are 2 predictions, but probabilities of 1 rows.", [[0.5, 0.5]]);

        static void Refused(string message, double[][] rows) => Assert.StartsWith(
            message,
            Assert.Throws<ArgumentException>(() => new Predictions(Categories.From(["a", "b"])) { Probabilities = FeatureMatrix.FromRows(rows, s_levels) }).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void QuantilesThatAreNone_AreRefused()
    {
        var values = FeatureMatrix.FromRows([[1, 2]]);

        Assert.Throws<ArgumentOutOfRangeException>(() => new QuantilePredictions([0.5, 50], values));
        Assert.StartsWith("There are 1 levels, but 2 columns", Assert.Throws<ArgumentException>(() => new QuantilePredictions([0.5], values)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The level 0.5 is given twice.", Assert.Throws<ArgumentException>(() => new QuantilePredictions([0.5, 0.5], values)).Message, StringComparison.Ordinal);
        Assert.StartsWith("A quantile must be finite, but that of level 0.5 is NaN in row 0.", Assert.Throws<ArgumentException>(() => new QuantilePredictions([0.5], FeatureMatrix.FromRows([[double.NaN]]))).Message, StringComparison.Ordinal);
        Assert.StartsWith("There are 2 predictions, but quantiles of 1 rows.", Assert.Throws<ArgumentException>(() => new Predictions([1.0, 2.0]) { Quantiles = new QuantilePredictions([0.1, 0.9], values) }).Message, StringComparison.Ordinal);
        Assert.StartsWith("The quantile 0.5 was not predicted.", Assert.Throws<ArgumentException>(() => new QuantilePredictions([0.1, 0.9], values).At(0.5)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NeedsOfSeveralMetrics_AreThoseOfAll()
    {
        var needs = PredictionNeeds.Union([PredictionNeeds.Points, new() { Quantiles = [0.9, 0.5] }, new() { Probabilities = true, Quantiles = [0.5] }]);

        Assert.True(needs.Probabilities);
        Assert.Equal([0.5, 0.9], needs.Quantiles);
        Assert.Equal("points and probabilities and the quantiles 0.5, 0.9", needs.ToString());
        Assert.Equal("points", PredictionNeeds.Points.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new PredictionNeeds { Quantiles = [-0.1] });
    }
}
