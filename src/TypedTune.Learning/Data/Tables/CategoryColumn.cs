namespace TypedTune.Learning;

/// <summary>A column of categories. Made by the generator; immutable.</summary>
/// <typeparam name="TRow">The row type.</typeparam>
public sealed class CategoryColumn<TRow> : Column<TRow>
{
    private readonly Func<TRow, string?> _get;

    /// <summary>Creates a column.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="ordinal">Its place in the row type, from 0.</param>
    /// <param name="get">Reads a row's value; null where missing.</param>
    public CategoryColumn(string name, int ordinal, Func<TRow, string?> get)
        : base(name, ordinal) => _get = get;

    /// <summary>The only legal categories, as of an enum, in the order of their codes; null, the default, admits any.</summary>
    public IReadOnlyList<string>? Levels { get; init; }

    /// <summary>A row's value; null where missing.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="ArgumentException">The value is null, but the property is neither nullable nor the target; or <see cref="Levels"/> are declared and the value is not among them.</exception>
    public string? Of(TRow row)
    {
        string? value = Read(row);
        return value is null || Levels is null || Levels.Contains(value, StringComparer.Ordinal)
            ? value
            : throw new ArgumentException($"{Name} is '{Excerpt.From(value)}', which is not a legal category. Legal are: {Excerpt.FromList(Levels)}.", nameof(row));
    }

    /// <summary>A row's value, whether it is one of <see cref="Levels"/> or not; null where missing.</summary>
    internal string? Read(TRow row) => _get(row) ?? (MayBeMissing ? null : throw Missing("null"));
}
