namespace TypedTune.Learning;

/// <summary>Holds each set of P groups back once, and learns from all others: G over P folds of G groups, in lexical order of the groups. P is 1 for leave-one-group-out.</summary>
/// <remarks>How a model does on a patient, a station or a year that it has never seen. Equal when the settings are.</remarks>
public sealed record LeavePGroupsOut : IGroupSplitter
{
    /// <summary>Creates a splitter.</summary>
    /// <param name="groups">How many groups are held back at a time, P, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="groups"/> is below 1.</exception>
    public LeavePGroupsOut(int groups) => HeldBack = FoldChecks.AtLeast(1, groups, nameof(groups));

    /// <summary>How many groups are held back at a time, P.</summary>
    public int HeldBack { get; }

    /// <summary>Null: one a set of P groups.</summary>
    public int? FoldCount => null;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The rows have no groups, at most P of them, or more than a million sets of them.</exception>
    public IReadOnlyList<Fold> Split(RowRoles rows) => LeaveOut.CreateFolds(GroupRows.Gather(rows, 1, this), HeldBack, rows.RowCount, "group", this);

    /// <summary>The settings in words, as <c>leave 1 group out</c>.</summary>
    public override string ToString() => $"leave {HeldBack} group{(HeldBack == 1 ? "" : "s")} out";
}
