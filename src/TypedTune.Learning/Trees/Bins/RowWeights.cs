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

    /// <summary>The same, and in each tree the classes that were drawn count the same in all.</summary>
    /// <param name="labels">N labels.</param>
    public RowWeights BalancedPerTree(Categories labels) => new(_each, labels);

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
