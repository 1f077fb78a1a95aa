namespace TypedTune.Learning;

/// <summary>Rows with a target that an estimator learns from: a <see cref="Table{TRow}"/>, or a <see cref="Dataset"/>.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IDataset<TSelf>
    where TSelf : IDataset<TSelf>
{
    /// <summary>The number of rows.</summary>
    int RowCount { get; }

    /// <summary>The targets and, if known, the groups, weights and times of the rows.</summary>
    RowRoles Roles { get; }

    /// <summary>The values to be predicted, one a row: the targets of <see cref="Roles"/>.</summary>
    Targets Targets => Roles.Targets;

    /// <summary>
    /// Computes fingerprints of the rows: of each column, of the targets and of the other roles that are known. Equal rows have equal fingerprints in every
    /// process, by which a search that is continued recognizes its rows.
    /// </summary>
    IReadOnlyList<IdentityPart> Fingerprints { get; }

    /// <summary>The rows at the given indices, in that order, with their roles.</summary>
    /// <param name="rows">Indices from 0.</param>
    TSelf TakeRows(ReadOnlySpan<int> rows);
}
