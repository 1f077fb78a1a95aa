namespace TypedTune.Learning;

/// <summary>Rows with a target that an estimator learns from: a <see cref="Table{TRow}"/>, or a <see cref="Dataset"/>.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IDataset<TSelf>
    where TSelf : IDataset<TSelf>
{
    /// <summary>The number of rows.</summary>
    int RowCount { get; }

    /// <summary>What is to be predicted, a value a row.</summary>
    Targets Targets { get; }

    /// <summary>How much each row counts when it is learned from; null, the default, where all count the same. Scores weigh all rows alike.</summary>
    double[]? Weights => null;

    /// <summary>The rows at the given indices, in that order.</summary>
    /// <param name="rows">Indices from 0.</param>
    TSelf TakeRows(ReadOnlySpan<int> rows);
}
