namespace TypedTune.Learning;

/// <summary>Holds each group back once, alone, and learns from all others: as many folds as groups.</summary>
/// <remarks>How a model does on a patient, a station or a year that it has never seen. All instances are equal.</remarks>
public sealed record LeaveOneGroupOut : IGroupSplitter
{
    /// <summary>Null: one a group.</summary>
    public int? FoldCount => null;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The rows have no groups, or a single one.</exception>
    public IReadOnlyList<Fold> Split(RowRoles rows) => LeaveOut.CreateFolds(GroupRows.Gather(rows, 1, this), 1, rows.RowCount, "group", this);

    /// <summary>The settings in words.</summary>
    public override string ToString() => "leave one group out";
}
