using CsCheck;

namespace TypedTune.Contracts;

/// <summary>What every metric promises. Inherit it in a test project, and say which metric it is and which predictions suit it.</summary>
/// <typeparam name="TEstimator">Whose predictions the metric scores.</typeparam>
public abstract class MetricContract<TEstimator>
{
    private static readonly Gen<(int Rows, int Seed)> s_samples = Gen.Select(Gen.Int[4, 30], Gen.Int[0, 1_000_000]);

    /// <summary>The metric.</summary>
    protected abstract IMetric<TEstimator> Metric { get; }

    /// <summary>Targets and predictions of them that are not all right, with everything that the metric needs; the same ones each time.</summary>
    /// <param name="rows">How many, at least 4.</param>
    /// <param name="seed">Which ones.</param>
    protected abstract (Targets Truth, Predictions Predictions) Sample(int rows, int seed);

    /// <summary>Whether the metric has a score for targets, as a metric of ranks has none where all labels are the same; else it refuses them. Default: always.</summary>
    /// <param name="truth">Targets.</param>
    protected virtual bool IsDefined(Targets truth) => true;

    /// <summary>Whether whole weights mean as much as repeated rows, as they do for means, but not for quantiles that are between two rows. Default: yes.</summary>
    protected virtual bool WeightsRepeatRows => true;

    /// <summary>The best predictions of targets that there are.</summary>
    /// <param name="truth">The targets of a sample.</param>
    protected abstract Predictions Perfect(Targets truth);

    [Fact]
    public void PerfectPredictions_ScoreBest() => Each((truth, predictions, _) =>
    {
        double best = Metric.Score(truth, Perfect(truth)), score = Metric.Score(truth, predictions);
        Assert.True(Metric.Direction == Direction.Maximize ? best >= score : best <= score, $"Perfect predictions score {best}, others {score}.");
    });

    [Fact]
    public void OrderOfRows_DoesNotMatter() => Each((truth, predictions, random) =>
    {
        int[] order = [.. Enumerable.Range(0, truth.RowCount)];
        double[] weights = Weights(truth.RowCount, random);
        random.Shuffle(order.AsSpan());

        Close(Metric.Score(truth, predictions), Metric.Score(truth.TakeRows(order), predictions.TakeRows(order)));
        Close(Metric.Score(truth, predictions, weights), Metric.Score(truth.TakeRows(order), predictions.TakeRows(order), Array.ConvertAll(order, row => weights[row])));
    });

    [Fact]
    public void WeightsOfOne_AreNoWeights() => Each((truth, predictions, _) =>
        Assert.Equal(Metric.Score(truth, predictions), Metric.Score(truth, predictions, [.. Enumerable.Repeat(1.0, truth.RowCount)])));

    [Fact]
    public void WholeWeights_AreRepeatedRows() => Each((truth, predictions, random) =>
    {
        double[] weights = Weights(truth.RowCount, random);
        int[] repeated = [.. Enumerable.Range(0, truth.RowCount).SelectMany(row => Enumerable.Repeat(row, (int)weights[row]))];

        if (WeightsRepeatRows)
            Close(Metric.Score(truth.TakeRows(repeated), predictions.TakeRows(repeated)), Metric.Score(truth, predictions, weights));
    });

    [Fact]
    public void AllWeightsTimesAFactor_ScoreTheSame() => Each((truth, predictions, random) =>
    {
        double[] weights = Weights(truth.RowCount, random);

        Close(Metric.Score(truth, predictions, weights), Metric.Score(truth, predictions, Array.ConvertAll(weights, weight => 0.3 * weight)));
    });

    [Fact]
    public void Scores_AreNumbers() => Each((truth, predictions, random) =>
    {
        int[] first = [.. Enumerable.Repeat(0, truth.RowCount)];

        Assert.True(double.IsFinite(Metric.Score(truth, predictions)));
        Assert.True(double.IsFinite(Metric.Score(truth, Perfect(truth))));
        Assert.True(double.IsFinite(Metric.Score(truth, predictions, Weights(truth.RowCount, random))));
        var alike = truth.TakeRows(first);
        foreach (var other in (Predictions[])[predictions.TakeRows(first), predictions])
        {
            if (IsDefined(alike))
                Assert.True(double.IsFinite(Metric.Score(alike, other)));
            else
                Assert.Throws<ArgumentException>(() => Metric.Score(alike, other));
        }
    });

    [Fact]
    public void LengthsThatDiffer_AreRefused()
    {
        var (truth, predictions) = Sample(5, 1);
        int[] four = [0, 1, 2, 3];

        Assert.Throws<ArgumentException>(() => Metric.Score(truth, predictions.TakeRows(four)));
        Assert.Throws<ArgumentException>(() => Metric.Score(truth.TakeRows(four), predictions));
        Assert.Throws<ArgumentException>(() => Metric.Score(truth, predictions, [1, 1, 1, 1]));
        Assert.Throws<ArgumentException>(() => Metric.Score(truth.TakeRows([]), predictions.TakeRows([])));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void WeightThatIsNone_IsRefused(double weight)
    {
        var (truth, predictions) = Sample(4, 1);

        Assert.Throws<ArgumentException>(() => Metric.Score(truth, predictions, [1, 1, weight, 1]));
    }

    [Fact]
    public void WeightsThatAreAllZero_AreRefused()
    {
        var (truth, predictions) = Sample(4, 1);

        Assert.Throws<ArgumentException>(() => Metric.Score(truth, predictions, new double[4]));
    }

    [Fact]
    public void MissingArguments_AreRefused()
    {
        var (truth, predictions) = Sample(4, 1);

        Assert.Throws<ArgumentNullException>(() => Metric.Score(null!, predictions));
        Assert.Throws<ArgumentNullException>(() => Metric.Score(truth, null!));
    }

    [Fact]
    public void WhatItNeedsAndDoesNotGet_IsNamed()
    {
        var (truth, predictions) = Sample(4, 1);
        if (Metric.Needs.Probabilities)
            Assert.Contains(nameof(IFittedProbabilisticClassifier), Refusal(), StringComparison.Ordinal);
        else if (Metric.Needs.Quantiles.Count > 0)
            Assert.Contains(nameof(IFittedQuantileRegressor), Refusal(), StringComparison.Ordinal);
        else
            Assert.True(double.IsFinite(Metric.Score(truth, new Predictions(predictions.Points))));

        string Refusal() => Assert.Throws<InvalidOperationException>(() => Metric.Score(truth, new Predictions(predictions.Points))).Message;
    }

    [Fact]
    public void NameDirectionAndNeeds_NeverChange()
    {
        string name = Metric.Name;
        var direction = Metric.Direction;
        string needs = Metric.Needs.ToString();
        var (truth, predictions) = Sample(9, 3);

        double score = Metric.Score(truth, predictions);

        Assert.False(string.IsNullOrWhiteSpace(name));
        Assert.Equal((name, direction, needs, score), (Metric.Name, Metric.Direction, Metric.Needs.ToString(), Metric.Score(truth, predictions)));
    }

    // Two rows at least count: few metrics are defined for one.
    private static double[] Weights(int rows, RandomStream random) => [.. Enumerable.Range(0, rows).Select(row => row < 2 ? 1.0 + random.NextBelow(3) : random.NextBelow(4))];

    private static void Close(double expected, double actual) => Assert.Equal(expected, actual, 1e-9 * Math.Max(1, Math.Abs(expected)));

    private void Each(Action<Targets, Predictions, RandomStream> assert) => s_samples.Sample(
        sample =>
        {
            // Two rows at least count, whatever their weights.
            var (truth, predictions) = Sample(sample.Rows, sample.Seed);
            if (IsDefined(truth.TakeRows([0, 1])))
                assert(truth, predictions, Seed.Of(sample.Seed).Stream());
        },
        iter: 200);
}
