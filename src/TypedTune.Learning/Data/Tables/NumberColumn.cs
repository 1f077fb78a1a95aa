namespace TypedTune.Learning;

/// <summary>A column of numbers. Made by the generator; immutable.</summary>
/// <typeparam name="TRow">The row type.</typeparam>
public sealed class NumberColumn<TRow> : Column<TRow>
{
    private readonly Func<TRow, double> _get;

    /// <summary>Creates a column.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="ordinal">Its place in the row type, from 0.</param>
    /// <param name="kind">How it is written in text.</param>
    /// <param name="get">Reads a row's value; not-a-number where missing.</param>
    public NumberColumn(string name, int ordinal, NumberKind kind, Func<TRow, double> get)
        : base(name, ordinal)
    {
        _get = get;
        Kind = kind;
    }

    /// <summary>How it is written in text.</summary>
    public NumberKind Kind { get; }

    /// <summary>A row's value; not-a-number where missing.</summary>
    /// <param name="row">The row.</param>
    public double Of(TRow row) => _get(row);
}
