namespace TypedTune.Learning;

/// <summary>Makes a column of categories, value by value.</summary>
internal sealed class CategoriesBuilder
{
    private readonly IReadOnlyList<string>? _legal;
    private readonly Dictionary<string, int> _codeOf = new(StringComparer.Ordinal);
    private readonly List<int> _codes = [];

    /// <summary>Starts a column.</summary>
    /// <param name="legal">The only legal categories, in the order of their codes; null admits any and sorts them ordinally.</param>
    public CategoriesBuilder(IReadOnlyList<string>? legal = null)
    {
        _legal = legal;
        foreach (string level in legal ?? [])
            _codeOf.Add(level, _codeOf.Count);
    }

    /// <summary>Adds a value; null is missing.</summary>
    /// <returns>Whether the value is legal.</returns>
    public bool TryAdd(string? value)
    {
        int code = -1;
        if (value is not null && !_codeOf.TryGetValue(value, out code))
        {
            if (_legal is not null)
                return false;
            code = _codeOf.Count;
            _codeOf.Add(value, code);
        }

        _codes.Add(code);
        return true;
    }

    /// <summary>The column so far.</summary>
    public Categories Build()
    {
        if (_legal is not null)
            return new Categories([.. _legal], [.. _codes]);
        string[] levels = [.. _codeOf.Keys.Order(StringComparer.Ordinal)];
        var codes = new int[levels.Length];
        for (int i = 0; i < levels.Length; i++)
            codes[_codeOf[levels[i]]] = i;
        return new Categories(levels, [.. _codes.Select(code => code < 0 ? -1 : codes[code])]);
    }
}
