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
    /// <param name="isOptional">Whether a value may be missing.</param>
    /// <param name="role">What the column is for.</param>
    /// <param name="header">The header in a file, if it is not the name.</param>
    /// <param name="levels">The only legal categories, as of an enum; null admits any. Their order is that of the codes.</param>
    public CategoryColumn(string name, int ordinal, Func<TRow, string?> get, bool isOptional = false, ColumnRole role = ColumnRole.Feature, string? header = null, IReadOnlyList<string>? levels = null)
        : base(name, ordinal, isOptional, role, header)
    {
        _get = get;
        Levels = levels;
    }

    /// <summary>The only legal categories, as of an enum, or null where any is.</summary>
    public IReadOnlyList<string>? Levels { get; }

    /// <summary>A row's value; null where missing.</summary>
    /// <param name="row">The row.</param>
    public string? Of(TRow row) => _get(row);
}
