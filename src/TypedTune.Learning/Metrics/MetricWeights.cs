using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Checks the weights of rows that metrics of the library are given.</summary>
internal static class MetricWeights
{
    private const int MostExponent = 100;

    /// <summary>Returns the weights of N rows: those that were given, or ones, with which the weighted formulas give the same bits as the plain ones.</summary>
    /// <param name="metric">The metric's name.</param>
    /// <param name="weights">A weight for each row; empty for unweighted rows.</param>
    /// <param name="rows">N.</param>
    /// <exception cref="ArgumentException">There are not N, one is negative or not finite (the message names its row), or all are 0.</exception>
    public static ReadOnlySpan<double> Require(string metric, double[]? weights, int rows)
    {
        if (weights is null)
        {
            var ones = new double[rows];
            ones.AsSpan().Fill(1);
            return ones;
        }

        if (weights.Length != rows)
            throw new ArgumentException($"{metric} compares row by row, but there are {rows} targets and {weights.Length} weights.", nameof(weights));
        bool anyCounts = false;
        for (int row = 0; row < weights.Length; row++)
        {
            if (!(double.IsFinite(weights[row]) && weights[row] >= 0))
                throw new ArgumentException($"{metric} needs weights that are finite and at least 0, but that of row {row} is {weights[row].ToString(CultureInfo.InvariantCulture)}.", nameof(weights));
            anyCounts |= weights[row] > 0;
        }

        return anyCounts ? weights : throw new ArgumentException($"{metric} needs a row whose weight is above 0, but all {rows} weights are 0.", nameof(weights));
    }

    /// <summary>Returns weights times a power of two if products and sums of them could leave the range of a double, which changes no mean; else these.</summary>
    /// <param name="weights">Finite numbers of at least 0, one of them above.</param>
    public static ReadOnlySpan<double> InRange(ReadOnlySpan<double> weights)
    {
        double largest = 0;
        foreach (double weight in weights)
            largest = Math.Max(largest, weight);
        int exponent = Math.ILogB(largest);
        if (Math.Abs(exponent) < MostExponent)
            return weights;
        var scaled = new double[weights.Length];
        for (int row = 0; row < scaled.Length; row++)
            scaled[row] = Math.ScaleB(weights[row], -exponent);
        return scaled;
    }

    /// <summary>The sum of the weights.</summary>
    public static double Sum(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        foreach (double weight in weights)
            sum += weight;
        return sum;
    }

    /// <summary>Returns a score if it is finite.</summary>
    /// <exception cref="ArgumentException">The score is not finite.</exception>
    public static double RequireFinite(string metric, double score, int rows, string advice) =>
        double.IsFinite(score) ? score : throw new ArgumentException($"The {metric} of these {rows} rows is beyond the range of a double. {advice}", "predictions");
}
