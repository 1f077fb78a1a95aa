namespace TypedTune;

/// <summary>Listed numbers.</summary>
internal sealed class OrderedLeaf<T, TValue> : LeafNode<T>
{
    private readonly Lens<T, TValue> _lens;
    private readonly HashSet<TValue> _values;
    private readonly double[] _drawn;
    private readonly double[] _ordered;

    /// <summary>Creates the leaf.</summary>
    /// <param name="table">All coordinates.</param>
    /// <param name="coordinate">The one that gets the values.</param>
    /// <param name="lens">Reads the values from configurations and writes them.</param>
    /// <param name="code">Their numbers.</param>
    /// <param name="values">The values as listed, with repeats, which are drawn more often.</param>
    /// <param name="scale">The scale on which distances are measured.</param>
    public OrderedLeaf(CoordinateTable<T> table, Coordinate<T> coordinate, Lens<T, TValue> lens, NumberCode<TValue> code, IReadOnlyList<TValue> values, Scale scale)
        : this(table, coordinate, lens, values, [.. values.Select(value => code.Read(value)!.Value)], scale)
    {
    }

    private OrderedLeaf(CoordinateTable<T> table, Coordinate<T> coordinate, Lens<T, TValue> lens, IReadOnlyList<TValue> values, double[] drawn, Scale scale)
        : base(table, coordinate, RangeOf(drawn, scale))
    {
        _lens = lens;
        _values = [.. values];
        _drawn = drawn;
        _ordered = [.. Range.Values];
    }

    public override double Quantile(double share) => _drawn[Math.Min((int)(share * _drawn.Length), _drawn.Length - 1)];

    protected override bool Holds(T configuration) => _lens.TryGet(configuration, out var value) && _values.Contains(value!);

    protected override double Nearest(double number)
    {
        int place = Array.BinarySearch(_ordered, number);
        if (place >= 0)
            return _ordered[place];
        int above = ~place;
        if (above == 0)
            return _ordered[0];
        if (above == _ordered.Length)
            return _ordered[^1];
        double middle = (Range.OnScale(_ordered[above - 1]) + Range.OnScale(_ordered[above])) / 2;
        return Range.OnScale(number) < middle ? _ordered[above - 1] : _ordered[above];
    }

    private static EncodedRange RangeOf(double[] drawn, Scale scale)
    {
        double[] ordered = [.. drawn.Distinct().Order()];
        return new EncodedRange(HyperparameterKind.Ordered, scale, ordered[0], ordered[^1], values: ordered);
    }
}
