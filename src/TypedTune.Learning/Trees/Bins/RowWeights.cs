namespace TypedTune.Learning;

/// <summary>How much each row counts in a tree, beside how often it was drawn. Immutable.</summary>
internal sealed class RowWeights
{
    private readonly float[]? _each;
    private readonly Categories? _balanced;

    private RowWeights(float[]? each, Categories? balanced) => (_each, _balanced) = (each, balanced);

    /// <summary>Every row counts the same.</summary>
    public static RowWeights Equal { get; } = new(null, null);

    /// <summary>Whether all weights are whole numbers.</summary>
    public bool AreWhole => _each is null && _balanced is null;

    /// <summary>Each row counts as it is given.</summary>
    /// <param name="each">N weights, at least 0; null where all count 1.</param>
    /// <exception cref="ArgumentException">No row counts.</exception>
    public static RowWeights Of(float[]? each)
    {
        if (each is not null && !each.AsSpan().ContainsAnyExcept(0f))
            throw new ArgumentException("No row counts: the weights of all rows are 0.");
        return each is null ? Equal : new RowWeights(each, null);
    }

    /// <summary>Each row counts as it is given, times the weight of its class.</summary>
    /// <param name="classWeights">The weights of the classes.</param>
    /// <param name="labels">N labels, none missing.</param>
    /// <param name="each">N weights, at least 0; null where all count 1.</param>
    /// <exception cref="ArgumentException">A class that is given a weight is not one of the labels, or no row counts.</exception>
    public static RowWeights From(ClassWeights classWeights, Categories labels, float[]? each)
    {
        if (classWeights.Factors(labels, each) is { } factors)
        {
            var codes = labels.Codes;
            var product = new float[codes.Length];
            for (int row = 0; row < product.Length; row++)
                product[row] = (float)((each?[row] ?? 1) * factors[codes[row]]);
            each = product;
        }

        var rows = Of(each);
        return classWeights.ArePerTree ? new RowWeights(rows._each, labels) : rows;
    }

    /// <summary>Weighs the rows that were drawn for a tree.</summary>
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
}
