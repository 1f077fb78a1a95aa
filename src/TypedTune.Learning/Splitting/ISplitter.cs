namespace TypedTune.Learning;

/// <summary>Divides rows into folds of training and validation rows. Implementations are immutable, thread safe, and give the same folds every time.</summary>
/// <remarks>
/// Whoever uses the folds checks them: each has rows on both sides, no row is on both, and every row number is one of the rows'. Rows may be on neither side,
/// and may be held back by several folds.
/// </remarks>
public interface ISplitter : IEvaluation
{
    /// <summary>Divides the rows.</summary>
    /// <param name="rows">The roles of each row: its target, and its group, weight and time where they are given. Many splitters look at the number of rows only.</param>
    /// <returns><see cref="IEvaluation.FoldCount"/> folds, or as many as the rows ask for.</returns>
    /// <exception cref="ArgumentException">The rows are too few, or their roles do not suit.</exception>
    IReadOnlyList<Fold> Split(RowRoles rows);
}
