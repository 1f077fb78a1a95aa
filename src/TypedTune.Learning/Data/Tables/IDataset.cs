namespace TypedTune.Learning;

/// <summary>Rows with a target that an estimator learns from: a <see cref="Table{TRow}"/>, or a <see cref="Dataset"/>.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IDataset<TSelf>
    where TSelf : IDataset<TSelf>
{
    /// <summary>The number of rows.</summary>
    int RowCount { get; }

    /// <summary>What is to be predicted, and the groups, weights and times of the rows where they are known.</summary>
    RowRoles Roles { get; }

    /// <summary>What is to be predicted, a value a row: the targets of <see cref="Roles"/>.</summary>
    Targets Targets => Roles.Targets;

    /// <summary>
    /// A fingerprint of each thing that is known of the rows, in their order: of each column, the targets, and what other roles there are. Equal rows have
    /// equal fingerprints in every process; by them a search that is continued knows its rows.
    /// </summary>
    IReadOnlyList<IdentityPart> Fingerprints { get; }

    /// <summary>The rows at the given indices, in that order, with their roles.</summary>
    /// <param name="rows">Indices from 0.</param>
    TSelf TakeRows(ReadOnlySpan<int> rows);
}
