namespace TypedTune;

/// <summary>Gathers the paths of a space in the order of their first mention, a choice before what it holds.</summary>
internal sealed class PathCollector<T> : ISpaceVisitor<T, bool>
{
    private readonly Dictionary<string, PathEntry<T>> _byPath = [];
    private readonly List<PathEntry<T>> _entries = [];

    public IReadOnlyList<PathEntry<T>> Entries => _entries;

    public bool VisitRoot() => true;

    public bool VisitValues<TValue>(Lens<T, TValue> lens, ValueSet<TValue> values, Func<double, TValue> quantile)
    {
        for (int i = 0; i < lens.Choices.Count; i++)
            EntryOf(lens.Choices[i].Path, [.. lens.Choices.Take(i)]).AddOption(lens.Choices[i]);
        var entry = EntryOf(lens.Path, lens.Choices);
        if (values is not ListedValues<TValue> listed)
        {
            entry.AddNumber(lens, values.Code!);
            return true;
        }

        var (numbers, others) = listed.Split();
        if (numbers.Count > 0)
            entry.AddNumber(lens, values.Code!);
        if (others.Count > 0)
            entry.AddValues(lens, others);
        return true;
    }

    public bool VisitProduct(Space<T> left, Space<T> right) => left.Accept(this) && right.Accept(this);

    public bool VisitSum(IEnumerable<Space<T>> terms) => terms.All(term => term.Accept(this));

    public bool VisitFilter(Space<T> inner, Func<T, bool> condition) => inner.Accept(this);

    private PathEntry<T> EntryOf(string path, IReadOnlyList<ChosenOption<T>> choices)
    {
        if (!_byPath.TryGetValue(path, out var entry))
        {
            _byPath.Add(path, entry = new PathEntry<T>(path, choices));
            _entries.Add(entry);
        }

        return entry;
    }
}
