namespace TypedTune.Learning;

/// <summary>Folds that were made already.</summary>
internal sealed class FixedFolds(IReadOnlyList<Fold> folds) : ISplitter
{
    public int FoldCount => folds.Count;

    public IReadOnlyList<Fold> Split(RowRoles rows) => folds;
}
