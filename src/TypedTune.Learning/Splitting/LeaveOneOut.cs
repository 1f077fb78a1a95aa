namespace TypedTune.Learning;

/// <summary>Holds each row back once, alone, and learns from all others: N folds of N rows.</summary>
/// <remarks>
/// Little biased, and dear: for small data, or for models that are quickly fitted. A metric that a single row leaves undefined, as R² is, fails. All instances are
/// equal.
/// </remarks>
public sealed record LeaveOneOut : ISplitter
{
    /// <summary>Null: one a row.</summary>
    public int? FoldCount => null;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are fewer than 2 rows.</exception>
    public IReadOnlyList<Fold> Split(RowRoles rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return LeaveOut.CreateFolds([.. Enumerable.Range(0, rows.RowCount).Select(row => new[] { row })], 1, rows.RowCount, "row", this);
    }

    /// <summary>The settings in words.</summary>
    public override string ToString() => "leave one row out";
}
