namespace TypedTune;

/// <summary>Builds the parts of a space over known coordinates, and notes which ranges each coordinate gets.</summary>
internal sealed class NodeBuilder<T>(CoordinateTable<T> table) : ISpaceVisitor<T, SpaceNode<T>>
{
    private readonly List<LeafNode<T>> _leaves = [];

    /// <summary>Every leaf that was built.</summary>
    public IReadOnlyList<LeafNode<T>> Leaves => _leaves;

    public SpaceNode<T> VisitRoot() => new ProductNode<T>(table, []);

    public SpaceNode<T> VisitValues<TValue>(Lens<T, TValue> lens, ValueSet<TValue> values, Func<double, TValue> quantile)
    {
        if (values is NumberRange<TValue> range)
            return Add(new RangeLeaf<T, TValue>(table, table.NumberAt(lens.Path, range.Code!.IsWhole), lens, range, quantile));
        var (numbers, others) = ((ListedValues<TValue>)values).Split();
        if (others.Count == 0)
            return Numbers();
        if (numbers.Count == 0)
            return Others();
        return new SumNode<T>(table, [Numbers(), Others()]);

        SpaceNode<T> Numbers() =>
            Add(new OrderedLeaf<T, TValue>(table, table.NumberAt(lens.Path, values.Code!.IsWhole), lens, values.Code, numbers, values.Scale));

        SpaceNode<T> Others()
        {
            var entry = table.EntryAt(lens.Path);
            return Add(new ChoiceLeaf<T>(table, table.ChoiceAt(lens.Path), [.. others.Select(value => (double)entry.StateOf(value))]));
        }
    }

    public SpaceNode<T> VisitProduct(Space<T> left, Space<T> right)
    {
        var (one, other) = (left.Accept(this), right.Accept(this));
        foreach (var coordinate in table.All)
        {
            if (one.Values.Contains(coordinate.Index) && Overlapping(coordinate, other) is { } overlapping)
                throw new ArgumentException($"A product varies both {coordinate.Path} and {overlapping.Path}, a whole and a part of it, so that one overwrites the other and neither can be read back. Vary the parts alone.");
        }

        return new ProductNode<T>(table, [one, other]);
    }

    public SpaceNode<T> VisitSum(IEnumerable<Space<T>> terms) => new SumNode<T>(table, [.. terms.Select(term => term.Accept(this))]);

    public SpaceNode<T> VisitFilter(Space<T> inner, Func<T, bool> condition) => new FilterNode<T>(table, inner.Accept(this), condition);

    private Coordinate<T>? Overlapping(Coordinate<T> coordinate, SpaceNode<T> node)
    {
        var overlapping = table.Overlapping(coordinate.Index) & node.Values;
        return table.All.FirstOrDefault(other => overlapping.Contains(other.Index));
    }

    private LeafNode<T> Add(LeafNode<T> leaf)
    {
        _leaves.Add(leaf);
        return leaf;
    }
}
