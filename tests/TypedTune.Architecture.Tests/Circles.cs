namespace TypedTune.Architecture.Tests;

/// <summary>Finds what uses itself by way of others (Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1, 1972).</summary>
internal sealed class Circles
{
    private readonly Dictionary<string, string[]> _uses;
    private readonly Dictionary<string, int> _numbers = [];
    private readonly Dictionary<string, int> _lowest = [];
    private readonly Stack<string> _open = new();
    private readonly List<string[]> _found = [];

    private Circles(IEnumerable<(string From, string To)> uses) =>
        _uses = uses.Where(use => use.From != use.To).GroupBy(use => use.From, use => use.To).ToDictionary(group => group.Key, group => group.Distinct().ToArray());

    /// <summary>Every largest group of two and more whose members all lead to one another, sorted.</summary>
    /// <param name="uses">What uses what.</param>
    public static IReadOnlyList<string[]> Find(IEnumerable<(string From, string To)> uses)
    {
        var circles = new Circles(uses);
        foreach (string node in circles._uses.Keys.Order(StringComparer.Ordinal))
        {
            if (!circles._numbers.ContainsKey(node))
                circles.Visit(node);
        }

        return circles._found;
    }

    private void Visit(string node)
    {
        _numbers[node] = _lowest[node] = _numbers.Count;
        _open.Push(node);
        foreach (string used in _uses.GetValueOrDefault(node, []))
        {
            if (!_numbers.ContainsKey(used))
                Visit(used);
            if (_open.Contains(used))
                _lowest[node] = Math.Min(_lowest[node], _lowest[used]);
        }

        if (_lowest[node] != _numbers[node])
            return;
        var members = new List<string>();
        do
            members.Add(_open.Pop());
        while (members[^1] != node);
        if (members.Count > 1)
            _found.Add([.. members.Order(StringComparer.Ordinal)]);
    }
}
