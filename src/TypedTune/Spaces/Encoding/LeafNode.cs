namespace TypedTune;

/// <summary>The values that a factor of a space gives to one coordinate.</summary>
internal abstract class LeafNode<T> : SpaceNode<T>
{
    private readonly IReadOnlyList<SpaceMatch> _match;

    protected LeafNode(CoordinateTable<T> table, Coordinate<T> coordinate, EncodedRange range)
        : base(table.Empty.With(coordinate.Index), table.WithPicks(coordinate))
    {
        Coordinate = coordinate;
        Range = range;
        _match = [new SpaceMatch(Values, Covered)];
    }

    public Coordinate<T> Coordinate { get; }

    public EncodedRange Range { get; }

    /// <summary>The number below which a share of the space's own draws lies.</summary>
    public abstract double Quantile(double share);

    public override CoordinateSet? Match(ReadOnlySpan<double> numbers, CoordinateSet active)
    {
        foreach (var pick in Coordinate.Picks)
        {
            if (numbers[pick.Coordinate] != pick.State)
                return null;
        }

        double number = numbers[Coordinate.Index];
        return !SpaceEncoding.IsInactive(number) && Nearest(number) == number ? Covered : null;
    }

    public override void Visit(ReadOnlySpan<double> numbers, CoordinateSet active, Action<LeafNode<T>> visit) => visit(this);

    public override IReadOnlyList<SpaceMatch> Find(in ConfigurationReading<T> reading) => Holds(reading.Configuration) ? _match : [];

    public override bool TryFindNearest(ReadOnlySpan<double> numbers, Span<double> nearest)
    {
        double number = numbers[Coordinate.Index];
        nearest[Coordinate.Index] = SpaceEncoding.IsInactive(number) ? Quantile(0.5) : Nearest(number);
        foreach (var pick in Coordinate.Picks)
            nearest[pick.Coordinate] = pick.State;
        return true;
    }

    /// <summary>Whether a configuration's value is among these.</summary>
    protected abstract bool Holds(T configuration);

    /// <summary>The number among these that is nearest to another one.</summary>
    protected abstract double Nearest(double number);
}
