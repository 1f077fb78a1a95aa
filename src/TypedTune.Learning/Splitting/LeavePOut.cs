namespace TypedTune.Learning;

/// <summary>Holds each set of P rows back once, and learns from all others: N over P folds of N rows, in lexical order.</summary>
/// <remarks>Of 100 rows there are 4,950 pairs: for very small data. Equal when the settings are.</remarks>
public sealed record LeavePOut : ISplitter
{
    /// <summary>Creates a splitter.</summary>
    /// <param name="rows">How many rows are held back at a time, P, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is below 1.</exception>
    public LeavePOut(int rows) => HeldBack = FoldChecks.AtLeast(1, rows, nameof(rows));

    /// <summary>How many rows are held back at a time, P.</summary>
    public int HeldBack { get; }

    /// <summary>Null: one a set of P rows.</summary>
    public int? FoldCount => null;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are at most P rows, or more than a million sets of them.</exception>
    public IReadOnlyList<Fold> Split(RowRoles rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return LeaveOut.CreateFolds([.. Enumerable.Range(0, rows.RowCount).Select(row => new[] { row })], HeldBack, rows.RowCount, "row", this);
    }

    /// <summary>The settings in words, as <c>leave 2 rows out</c>.</summary>
    public override string ToString() => $"leave {HeldBack} row{(HeldBack == 1 ? "" : "s")} out";
}
