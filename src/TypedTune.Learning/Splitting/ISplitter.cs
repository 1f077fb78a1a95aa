namespace TypedTune.Learning;

/// <summary>Divides rows into folds, each to learn from and to be scored on. Implementations are immutable, thread safe, and give the same folds every time.</summary>
public interface ISplitter : IEvaluation
{
    /// <summary>Divides the rows.</summary>
    /// <param name="targets">A target a row; most splitters look at their number only.</param>
    /// <returns><see cref="IEvaluation.FoldCount"/> folds.</returns>
    /// <exception cref="ArgumentException">The rows are too few, or the targets do not suit.</exception>
    IReadOnlyList<Fold> Split(Targets targets);
}
