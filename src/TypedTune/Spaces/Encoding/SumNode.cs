namespace TypedTune;

/// <summary>A sum: each point is one of a single term, and hyperparameters that only other terms vary are inactive and as the root has them.</summary>
internal sealed class SumNode<T>(CoordinateTable<T> table, SpaceNode<T>[] terms)
    : SpaceNode<T>(terms.Aggregate(table.Empty, (set, term) => set | term.Values), terms.Aggregate(table.Empty, (set, term) => set | term.Covered))
{
    public override CoordinateSet? Match(ReadOnlySpan<double> numbers, CoordinateSet active) => Choose(numbers, active)?.Covered;

    public override void Visit(ReadOnlySpan<double> numbers, CoordinateSet active, Action<LeafNode<T>> visit) =>
        Choose(numbers, active)?.Term.Visit(numbers, active, visit);

    public override IReadOnlyList<SpaceMatch> Find(in ConfigurationReading<T> reading)
    {
        var found = new MatchList(reading.Retaken);
        foreach (var term in terms)
        {
            foreach (var match in term.Find(reading))
            {
                if (LeavesTheRestAtRoot(match, reading))
                    found.Add(match);
            }
        }

        return found.Matches;
    }

    public override bool TryFindNearest(ReadOnlySpan<double> numbers, Span<double> nearest)
    {
        double[] candidate = new double[numbers.Length];
        double[] best = [];
        double least = double.PositiveInfinity;
        foreach (var term in terms)
        {
            Array.Fill(candidate, SpaceEncoding.Inactive);
            if (!term.TryFindNearest(numbers, candidate))
                continue;
            double distance = table.Distance(numbers, candidate, Covered);
            if (best.Length > 0 && !(distance < least))
                continue;
            (least, best) = (distance, [.. candidate]);
        }

        for (int i = 0; i < best.Length; i++)
        {
            if (!SpaceEncoding.IsInactive(best[i]))
                nearest[i] = best[i];
        }

        return best.Length > 0;
    }

    // The term is the one that gives values to exactly those coordinates of the sum that are active.
    private (SpaceNode<T> Term, CoordinateSet Covered)? Choose(ReadOnlySpan<double> numbers, CoordinateSet active)
    {
        var activeHere = active & Values;
        foreach (var term in terms)
        {
            if (term.Match(numbers, active) is { } covered && (covered & Values).SetEquals(activeHere))
                return (term, covered);
        }

        return null;
    }

    private bool LeavesTheRestAtRoot(SpaceMatch match, in ConfigurationReading<T> reading)
    {
        var rest = (Values - match.Values) & reading.Changed;
        if (rest.IsEmpty)
            return true;
        foreach (var coordinate in table.All)
        {
            if (rest.Contains(coordinate.Index) && !ChangesWith(match, coordinate, reading.Configuration))
                return false;
        }

        return true;
    }

    // A whole changes with its parts and they with it: where this term varies the whole, another one's part of it may differ from
    // the root; where it varies a part, the whole may, but by that part alone.
    private bool ChangesWith(SpaceMatch match, Coordinate<T> other, T configuration)
    {
        var overlapping = table.Overlapping(other.Index) & match.Values;
        if (overlapping.IsEmpty)
            return false;
        bool isWhole = table.All.Any(coordinate => overlapping.Contains(coordinate.Index) && coordinate.Path.Length > other.Path.Length);
        return !isWhole || (other is ChoiceCoordinate<T> whole && whole.AreSame(table.Copy(configuration, match.Values), configuration));
    }
}
