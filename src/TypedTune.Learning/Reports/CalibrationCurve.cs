namespace TypedTune.Learning;

/// <summary>How often rows have a label that is predicted with a certain probability: on the diagonal, if probabilities mean what they say. Immutable.</summary>
/// <remarks>Each bin has its upper end, as in scikit-learn; bins without rows are left out.</remarks>
public sealed class CalibrationCurve
{
    private CalibrationCurve(string label, IReadOnlyList<CalibrationPoint> points)
    {
        Label = label;
        Points = points;
        double all = points.Sum(point => point.Rows);
        Error = points.Sum(point => point.Rows / all * Math.Abs(point.MeanPrediction - point.Share));
        MaxError = points.Max(point => Math.Abs(point.MeanPrediction - point.Share));
    }

    /// <summary>The label.</summary>
    public string Label { get; }

    /// <summary>A point a bin, ascending.</summary>
    public IReadOnlyList<CalibrationPoint> Points { get; }

    /// <summary>The mean distance from the diagonal, by rows.</summary>
    public double Error { get; }

    /// <summary>The largest distance from the diagonal.</summary>
    public double MaxError { get; }

    /// <summary>Makes the curve.</summary>
    /// <param name="truth">N labels, none missing.</param>
    /// <param name="probabilities">N × levels, a column a label, named after it.</param>
    /// <param name="label">The label.</param>
    /// <param name="bins">How many bins, and how they are cut. Default: 10 of equal width.</param>
    /// <param name="weights">How much each row counts: N finite numbers of at least 0, not all 0. Default: all count the same.</param>
    /// <exception cref="ArgumentException">The lengths differ, a label is missing, a probability or a weight is illegal, there is no such label, or all rows have it.</exception>
    public static CalibrationCurve From(Categories truth, FeatureMatrix probabilities, string label, CalibrationBins? bins = null, double[]? weights = null)
    {
        bins ??= new CalibrationBins();
        var rows = ScoredLabel.From("A calibration curve", truth, probabilities, label, weights);
        double[] cuts = bins.Strategy == BinStrategy.Uniform
            ? [.. Enumerable.Range(1, bins.Count - 1).Select(cut => (double)cut / bins.Count)]
            : QuantileCuts(rows.Probabilities, bins.Count);
        var (sums, hits, counts) = (new double[bins.Count], new double[bins.Count], new double[bins.Count]);
        for (int row = 0; row < rows.Probabilities.Length; row++)
        {
            int bin = cuts.Count(cut => cut < rows.Probabilities[row]);
            sums[bin] += rows.Weights[row] * rows.Probabilities[row];
            hits[bin] += rows.Weights[row] * rows.IsLabel[row];
            counts[bin] += rows.Weights[row];
        }

        return new CalibrationCurve(label, [.. Enumerable.Range(0, bins.Count).Where(bin => counts[bin] > 0).Select(bin => new CalibrationPoint(sums[bin] / counts[bin], hits[bin] / counts[bin], counts[bin]))]);
    }

    /// <summary>A line a bin.</summary>
    public TextTable ToTable() => ScoreTable.Of(Points,
    [
        ("mean prediction", (CalibrationPoint point) => ScoreTable.Text(point.MeanPrediction, "F3")),
        ("share", point => ScoreTable.Text(point.Share, "F3")),
        ("rows", point => ScoreTable.Text(point.Rows, "G6")),
    ]);

    /// <summary>The label and its errors, then the table as text.</summary>
    public override string ToString() => FormattableString.Invariant($"calibration of {Label}, error {Error:F4}, at most {MaxError:F4}\n{ToTable()}");

    private static double[] QuantileCuts(double[] probabilities, int bins)
    {
        double[] sorted = [.. probabilities.Order()];
        return [.. Enumerable.Range(1, bins - 1).Select(cut => InterpolatedQuantile.Find(sorted, (double)cut / bins))];
    }
}
