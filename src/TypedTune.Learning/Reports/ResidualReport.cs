namespace TypedTune.Learning;

/// <summary>How far predicted numbers are off, and in which direction. Immutable.</summary>
public sealed class ResidualReport
{
    private const int Parts = 10;

    private ResidualReport(IReadOnlyList<ResidualPoint> points, double[] weights)
    {
        Points = points;
        double[] residuals = [.. points.Select(point => point.Residual)];
        double total = weights.Sum();
        Mean = residuals.Zip(weights, (residual, weight) => residual * weight).Sum() / total;
        StandardDeviation = Math.Sqrt(residuals.Zip(weights, (residual, weight) => weight * (residual - Mean) * (residual - Mean)).Sum() / total);
        double[] sorted = [.. residuals.Where((_, row) => weights[row] > 0).Order()];
        Quartiles = [.. Enumerable.Range(0, 5).Select(quarter => InterpolatedQuantile.Find(sorted, quarter / 4.0))];
        RootMeanSquaredError = Metric.RootMeanSquaredError.Score([.. points.Select(point => point.Truth)], [.. points.Select(point => point.Prediction)], weights);
    }

    /// <summary>A point a row, in the order of the rows.</summary>
    public IReadOnlyList<ResidualPoint> Points { get; }

    /// <summary>The mean residual: above 0 where predictions are too small.</summary>
    public double Mean { get; }

    /// <summary>The standard deviation of the residuals, as a population's.</summary>
    public double StandardDeviation { get; }

    /// <summary>The least residual, the quartiles and the greatest one, of the rows that count.</summary>
    public IReadOnlyList<double> Quartiles { get; }

    /// <summary>RMSE.</summary>
    public double RootMeanSquaredError { get; }

    /// <summary>Reports on predicted numbers.</summary>
    /// <param name="truth">N finite numbers, at least one.</param>
    /// <param name="predictions">N finite numbers, in the same order.</param>
    /// <param name="weights">How much each row counts: N finite numbers of at least 0, not all 0. Default: all count the same.</param>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a number or a weight is illegal; the message names its row.</exception>
    public static ResidualReport From(double[] truth, double[] predictions, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predictions);
        Metric.RootMeanSquaredError.Check(truth, predictions);
        return new ResidualReport([.. truth.Zip(predictions, (target, prediction) => new ResidualPoint(target, prediction))], MetricWeights.Require("A report of residuals", weights, truth.Length).ToArray());
    }

    /// <summary>The rows in ten parts by their prediction, each with its mean prediction, mean residual and RMSE: where the model is off.</summary>
    public TextTable ToTable()
    {
        var ordered = Points.OrderBy(point => point.Prediction).ToArray();
        int parts = Math.Min(Parts, ordered.Length);
        return ScoreTable.Of(Enumerable.Range(0, parts).Select(part => ordered[(part * ordered.Length / parts)..((part + 1) * ordered.Length / parts)]),
        [
            ("rows", (ResidualPoint[] part) => ScoreTable.Text(part.Length)),
            ("mean prediction", part => ScoreTable.Text(part.Average(point => point.Prediction), "G6")),
            ("mean residual", part => ScoreTable.Text(part.Average(point => point.Residual), "G4")),
            ("RMSE", part => ScoreTable.Text(Math.Sqrt(part.Average(point => point.Residual * point.Residual)), "G4")),
        ]);
    }

    /// <summary>The summary, then the table as text.</summary>
    public override string ToString() => FormattableString.Invariant($"{Points.Count} residuals, mean {Mean:G4}, standard deviation {StandardDeviation:G4}, from {Quartiles[0]:G4} to {Quartiles[4]:G4}, median {Quartiles[2]:G4}\n{ToTable()}");
}
