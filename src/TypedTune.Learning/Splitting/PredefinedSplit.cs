using System.Runtime.InteropServices;

namespace TypedTune.Learning;

/// <summary>Divides rows as was decided elsewhere: each row says which fold holds it back, or that none does.</summary>
/// <remarks>Equal when the folds are.</remarks>
public sealed class PredefinedSplit : ISplitter, IEquatable<PredefinedSplit>
{
    private readonly int[] _foldOfRow;

    /// <summary>Creates a splitter.</summary>
    /// <param name="foldOfRow">The fold of each row, from 0; −1 for rows that are always learned from. Copied.</param>
    /// <exception cref="ArgumentException">A number is below −1, a fold between 0 and the last has no row, or there is no fold.</exception>
    public PredefinedSplit(IEnumerable<int> foldOfRow)
    {
        ArgumentNullException.ThrowIfNull(foldOfRow);
        _foldOfRow = [.. foldOfRow];
        int below = Array.FindIndex(_foldOfRow, fold => fold < -1);
        if (below >= 0)
            throw new ArgumentException($"Row {below} is in fold {_foldOfRow[below]}. Folds are numbered from 0; -1 stands for rows that are always learned from.", nameof(foldOfRow));
        FoldCount = _foldOfRow.Append(-1).Max() + 1;
        if (FoldCount == 0)
            throw new ArgumentException("No row is in a fold, so that none would be scored. Number at least one fold, from 0.", nameof(foldOfRow));
        var used = _foldOfRow.ToHashSet();
        for (int fold = 0; fold < FoldCount; fold++)
        {
            if (!used.Contains(fold))
                throw new ArgumentException($"Fold {fold} of {FoldCount} has no row. Number the folds without gaps.", nameof(foldOfRow));
        }
    }

    /// <inheritdoc/>
    public int FoldCount { get; }

    int? IEvaluation.FoldCount => FoldCount;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are more or fewer rows than folds were given for.</exception>
    public IReadOnlyList<Fold> Split(RowRoles rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.RowCount != _foldOfRow.Length)
            throw new ArgumentException($"Folds were given for {_foldOfRow.Length} rows, but there are {rows.RowCount}.", nameof(rows));
        return
        [
            .. Enumerable.Range(0, FoldCount).Select(fold => new Fold(
                [.. Enumerable.Range(0, _foldOfRow.Length).Where(row => _foldOfRow[row] != fold)],
                [.. Enumerable.Range(0, _foldOfRow.Length).Where(row => _foldOfRow[row] == fold)])),
        ];
    }

    /// <inheritdoc/>
    public bool Equals(PredefinedSplit? other) => other is not null && _foldOfRow.AsSpan().SequenceEqual(other._foldOfRow);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PredefinedSplit);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_foldOfRow.Length, FoldCount);

    /// <summary>The settings in words, as <c>3 predefined folds of 150 rows</c>, with a fingerprint of which row is in which.</summary>
    public override string ToString() => $"{FoldCount} predefined folds of {_foldOfRow.Length} rows ({Fingerprint.Compute(MemoryMarshal.AsBytes<int>(_foldOfRow))})";
}
