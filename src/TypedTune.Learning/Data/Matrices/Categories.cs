using System.Globalization;

namespace TypedTune.Learning;

/// <summary>One column of categories: a code a row into a list of levels. Immutable; safe to read from several threads.</summary>
public sealed class Categories
{
    private readonly int[] _codes;
    private readonly string[] _levels;

    /// <summary>Creates a column from codes; neither array is copied.</summary>
    /// <param name="levels">The distinct categories.</param>
    /// <param name="codes">A row's index into <paramref name="levels"/>, or −1 where the value is missing.</param>
    /// <exception cref="ArgumentException">A code is outside the levels, or a level is null or occurs twice.</exception>
    public Categories(string[] levels, int[] codes)
    {
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(codes);
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        foreach (string level in levels)
        {
            if (level is null || !distinct.Add(level))
                throw new ArgumentException(level is null ? "A level is null; a missing value is the code -1." : $"The level '{Excerpt.From(level)}' occurs twice.", nameof(levels));
        }

        for (int row = 0; row < codes.Length; row++)
        {
            if (codes[row] < -1 || codes[row] >= levels.Length)
                throw new ArgumentException($"The code {codes[row]} in row {row} is outside the {levels.Length} levels.", nameof(codes));
        }

        _levels = levels;
        _codes = codes;
    }

    private Categories(Categories levelsOf, int[] codes)
    {
        _levels = levelsOf._levels;
        _codes = codes;
    }

    /// <summary>The number of rows.</summary>
    public int RowCount => _codes.Length;

    /// <summary>The distinct categories; not every one need occur.</summary>
    public IReadOnlyList<string> Levels => _levels;

    /// <summary>A code a row, −1 where missing.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>The category of a row, or null where missing.</summary>
    public string? this[int row] => _codes[row] < 0 ? null : _levels[_codes[row]];

    /// <summary>How many rows have which category, as <c>5 rows: a 3, b 1, missing 1</c>; at most 20 categories.</summary>
    public override string ToString()
    {
        var counts = new int[_levels.Length + 1];
        foreach (int code in _codes)
            counts[code < 0 ? _levels.Length : code]++;
        var texts = Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0).Select(code => string.Create(CultureInfo.InvariantCulture, $"{(code < _levels.Length ? Excerpt.From(_levels[code]) : "missing")} {counts[code]}"));
        return string.Create(CultureInfo.InvariantCulture, $"{_codes.Length} rows: {Excerpt.FromList(texts)}");
    }

    /// <summary>Creates a column from values; levels are numbered in ordinal order.</summary>
    /// <param name="values">A category a row; null is missing.</param>
    public static Categories From(IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var builder = new CategoriesBuilder();
        foreach (string? value in values)
            builder.TryAdd(value);
        return builder.Build();
    }

    /// <summary>The rows at the given indices, copied in that order; the levels stay.</summary>
    /// <param name="rows">Indices from 0; repeats are allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the rows.</exception>
    public Categories TakeRows(ReadOnlySpan<int> rows)
    {
        RowNumbers.Require(rows, RowCount);
        var codes = new int[rows.Length];
        for (int i = 0; i < codes.Length; i++)
            codes[i] = _codes[rows[i]];
        return new Categories(this, codes);
    }

    /// <summary>The codes of these categories in other levels.</summary>
    /// <param name="levels">The other levels; those that only this column has are added at the end.</param>
    internal int[] CodesIn(List<string> levels)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int code = 0; code < levels.Count; code++)
            known.TryAdd(levels[code], code);
        var codes = new int[_levels.Length];
        for (int level = 0; level < codes.Length; level++)
        {
            if (known.TryAdd(_levels[level], levels.Count))
                levels.Add(_levels[level]);
            codes[level] = known[_levels[level]];
        }

        return Array.ConvertAll(_codes, code => codes[code]);
    }
}
