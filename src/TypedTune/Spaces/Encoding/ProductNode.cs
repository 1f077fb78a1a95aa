namespace TypedTune;

/// <summary>A product of factors, all of which give values at once; without factors it holds only the root.</summary>
internal sealed class ProductNode<T>(CoordinateTable<T> table, SpaceNode<T>[] factors)
    : SpaceNode<T>(factors.Aggregate(table.Empty, (set, factor) => set | factor.Values), factors.Aggregate(table.Empty, (set, factor) => set | factor.Covered))
{
    public override CoordinateSet? Match(ReadOnlySpan<double> numbers, CoordinateSet active)
    {
        var covered = table.Empty;
        foreach (var factor in factors)
        {
            if (factor.Match(numbers, active) is not { } match)
                return null;
            covered |= match;
        }

        return covered;
    }

    public override void Visit(ReadOnlySpan<double> numbers, CoordinateSet active, Action<LeafNode<T>> visit)
    {
        foreach (var factor in factors)
            factor.Visit(numbers, active, visit);
    }

    public override IReadOnlyList<SpaceMatch> Find(in ConfigurationReading<T> reading)
    {
        IReadOnlyList<SpaceMatch> found = [new SpaceMatch(table.Empty, table.Empty)];
        foreach (var factor in factors)
        {
            var more = factor.Find(reading);
            if (more.Count == 0)
                return [];
            var combined = new MatchList(reading.Retaken);
            foreach (var left in found)
            {
                foreach (var right in more)
                    combined.Add(new SpaceMatch(left.Values | right.Values, left.Covered | right.Covered));
            }

            found = combined.Matches;
        }

        return found;
    }

    public override bool TryFindNearest(ReadOnlySpan<double> numbers, Span<double> nearest)
    {
        foreach (var factor in factors)
        {
            if (!factor.TryFindNearest(numbers, nearest))
                return false;
        }

        return true;
    }
}
