namespace TypedTune.Learning;

/// <summary>Finds the temperature by which logarithms of probabilities are divided for the least log loss.</summary>
internal static class TemperatureFit
{
    private const double Least = Rounding.MachineEpsilon;

    // From a thousandth to a thousand, by the logarithm; the loss has one valley in 1 / temperature.
    private const double Range = 6.907755278982137;
    private const int Rounds = 80;
    private const double GoldenSection = 0.6180339887498949;

    /// <summary>Finds it by golden section.</summary>
    /// <param name="probabilities">N × levels.</param>
    /// <param name="codes">N columns that hold the label.</param>
    /// <param name="weights">N weights of at least 0.</param>
    public static double Find(FeatureMatrix probabilities, int[] codes, double[] weights)
    {
        double low = -Range, high = Range;
        double left = high - GoldenSection * (high - low), right = low + GoldenSection * (high - low);
        double atLeft = Loss(left), atRight = Loss(right);
        for (int round = 0; round < Rounds; round++)
        {
            if (atLeft <= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - GoldenSection * (high - low);
                atLeft = Loss(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + GoldenSection * (high - low);
                atRight = Loss(right);
            }
        }

        return PortableMath.Exp((low + high) / 2);

        double Loss(double logarithm)
        {
            double inverse = PortableMath.Exp(-logarithm), sum = 0;
            var row = new double[probabilities.ColumnCount];
            for (int i = 0; i < codes.Length; i++)
            {
                for (int level = 0; level < row.Length; level++)
                    row[level] = probabilities[i, level];
                Scale(row, inverse);
                sum -= weights[i] * PortableMath.Log(Math.Max(row[codes[i]], Least));
            }

            return sum;
        }
    }

    /// <summary>Raises the probabilities of a row to a power and divides them by their sum.</summary>
    public static void Scale(Span<double> row, double inverse)
    {
        double most = double.NegativeInfinity, sum = 0;
        for (int level = 0; level < row.Length; level++)
        {
            row[level] = inverse * PortableMath.Log(Math.Max(row[level], Least));
            most = Math.Max(most, row[level]);
        }

        for (int level = 0; level < row.Length; level++)
            sum += row[level] = PortableMath.Exp(row[level] - most);
        for (int level = 0; level < row.Length; level++)
            row[level] /= sum;
    }
}
