namespace TypedTune.Learning;

/// <summary>The differences of two lists of numbers, in a unit in which neither their squares nor sums of these leave the range of a double.</summary>
internal readonly ref struct Residuals
{
    private readonly ReadOnlySpan<double> _truth;
    private readonly ReadOnlySpan<double> _predictions;

    /// <summary>Takes the numbers.</summary>
    /// <param name="truth">N finite numbers.</param>
    /// <param name="predictions">N finite numbers.</param>
    public Residuals(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions)
    {
        _truth = truth;
        _predictions = predictions;

        // Half of them, as the difference of two numbers can be twice the largest one.
        double most = 0;
        for (int row = 0; row < truth.Length; row++)
            most = Math.Max(most, Math.Abs(truth[row] / 2 - predictions[row] / 2));
        int exponent = most == 0 ? 0 : Math.ILogB(most);
        Unit = Math.Abs(exponent) < PowerUnit.Range ? 0 : exponent;
    }

    /// <summary>The power of two that is 1 here.</summary>
    public int Unit { get; }

    /// <summary>The truth less the prediction, in the unit.</summary>
    public double this[int row] => Unit switch
    {
        0 => _truth[row] - _predictions[row],
        > 0 => Math.ScaleB(_truth[row], -Unit) - Math.ScaleB(_predictions[row], -Unit),
        _ => Math.ScaleB(_truth[row] - _predictions[row], -Unit),
    };

    /// <summary>The weighted sum of the squares, in the square of the unit.</summary>
    public double Squares(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            double error = this[row];
            sum += weights[row] * (error * error);
        }

        return sum;
    }
}
