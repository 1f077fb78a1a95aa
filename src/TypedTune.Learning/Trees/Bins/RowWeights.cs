namespace TypedTune.Learning;

/// <summary>How much each row counts in a tree, beside how often it was drawn, in a unit in which single precision holds all sums. Immutable.</summary>
/// <remarks>
/// The unit is the weight itself where all rows that count have the same, so that they make the trees of weight 1; else the power of two at
/// or below the largest, which changes no digit.
/// </remarks>
internal sealed class RowWeights
{
    private readonly float[]? _each;
    private readonly Categories? _balanced;

    private RowWeights(float[]? each, double unit, Categories? balanced) => (_each, Unit, _balanced) = (each, unit, balanced);

    /// <summary>Every row counts 1.</summary>
    public static RowWeights Equal { get; } = new(null, 1, null);

    /// <summary>What a weight of 1 is in the unit of the caller's weights.</summary>
    public double Unit { get; }

    /// <summary>Whether all weights are whole numbers.</summary>
    public bool AreWhole => _each is null && _balanced is null;

    /// <summary>Each row counts as it is given.</summary>
    /// <param name="each">A number a row; null where all count 1.</param>
    /// <param name="rows">N.</param>
    /// <exception cref="ArgumentException">There are not N, one is not finite, negative or outside <see cref="WeightLimits"/> (the message names its row), or no row counts.</exception>
    public static RowWeights Of(double[]? each, int rows)
    {
        if (each is null)
            return Equal;
        WeightLimits.Require(each, rows);
        return InUnit(each, 1);
    }

    /// <summary>Each row counts as it is given, times the weight of its class.</summary>
    /// <param name="classWeights">The weights of the classes.</param>
    /// <param name="labels">N labels, none missing.</param>
    /// <param name="each">A number a row; null where all count 1.</param>
    /// <exception cref="ArgumentException">A class that is given a weight is not one of the labels, a weight or the product is outside <see cref="WeightLimits"/>, or no row counts.</exception>
    public static RowWeights From(ClassWeights classWeights, Categories labels, double[]? each)
    {
        var rows = Of(each, labels.RowCount);
        if (classWeights.Factors(labels, rows._each) is { } factors)
        {
            var codes = labels.Codes;
            var product = new double[codes.Length];
            for (int row = 0; row < product.Length; row++)
                product[row] = (rows._each?[row] ?? 1) * factors[codes[row]];
            WeightLimits.RequireProducts(product, rows.Unit);
            rows = InUnit(product, rows.Unit);
        }

        return classWeights.ArePerTree ? new RowWeights(rows._each, rows.Unit, labels) : rows;
    }

    /// <summary>Weighs the rows that were drawn for a tree, in the unit.</summary>
    /// <param name="draws">How often each row was drawn.</param>
    /// <param name="weights">Set to how much each row counts.</param>
    public void Weigh(ReadOnlySpan<int> draws, Span<float> weights)
    {
        for (int row = 0; row < draws.Length; row++)
            weights[row] = _each is null ? draws[row] : draws[row] * _each[row];
        if (_balanced is null)
            return;
        var factors = ClassWeights.Balance(_balanced, weights);
        for (int row = 0; row < draws.Length; row++)
            weights[row] *= (float)factors[_balanced.Codes[row]];
    }

    private static RowWeights InUnit(double[] weights, double ofOne)
    {
        double largest = weights.Max();
        bool areAlike = Array.TrueForAll(weights, weight => weight == 0 || weight == largest);
        if (areAlike && !weights.AsSpan().Contains(0.0))
            return new RowWeights(null, largest * ofOne, null);
        double unit = areAlike ? largest : Math.ScaleB(1, Math.ILogB(largest));
        return new RowWeights(Array.ConvertAll(weights, weight => (float)(weight / unit)), unit * ofOne, null);
    }
}
