namespace TypedTune.Learning.Tests.Validation;

/// <summary>Folds as a test writes them down.</summary>
internal sealed class ListedFolds(params Fold[] folds) : ISplitter
{
    public int? FoldCount => folds.Length;

    public IReadOnlyList<Fold> Split(RowRoles rows) => folds;

    public override string ToString() => "listed folds";

    /// <summary>The folds of another splitter, each with its validation rows in the opposite order.</summary>
    public static ListedFolds Reversed(ISplitter splitter, RowRoles rows) =>
        new([.. splitter.Split(rows).Select(fold => new Fold(fold.Train, [.. fold.Validation.Reverse()]))]);
}
