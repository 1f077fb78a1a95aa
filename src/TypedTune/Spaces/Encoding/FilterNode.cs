namespace TypedTune;

/// <summary>The points of another part that a condition admits; the condition sees the root with that part's values.</summary>
internal sealed class FilterNode<T>(CoordinateTable<T> table, SpaceNode<T> inner, Func<T, bool> condition) : SpaceNode<T>(inner.Values, inner.Covered)
{
    public override CoordinateSet? Match(ReadOnlySpan<double> numbers, CoordinateSet active) =>
        inner.Match(numbers, active) is { } covered && Admits(numbers, covered) ? covered : null;

    public override void Visit(ReadOnlySpan<double> numbers, CoordinateSet active, Action<LeafNode<T>> visit) => inner.Visit(numbers, active, visit);

    public override IReadOnlyList<SpaceMatch> Find(in ConfigurationReading<T> reading)
    {
        var configuration = reading.Configuration;
        return [.. inner.Find(reading).Where(match => condition(table.Copy(configuration, match.Values)))];
    }

    public override bool TryFindNearest(ReadOnlySpan<double> numbers, Span<double> nearest)
    {
        if (!inner.TryFindNearest(numbers, nearest))
            return false;
        return Admits(nearest, Covered);
    }

    private bool Admits(ReadOnlySpan<double> numbers, CoordinateSet covered) => condition(table.Write(numbers, covered));
}
