namespace TypedTune.Learning;

/// <summary>The folds that suit the roles of rows, where nobody says which: whole groups, in the order of time, stratified by labels, or in the order of the rows.</summary>
/// <param name="Count">How many.</param>
internal sealed record SuitableFolds(int Count) : ISplitter
{
    public int? FoldCount => Count;

    /// <summary>The splitter for rows of such roles.</summary>
    /// <exception cref="ArgumentException">The rows have groups and times, so that either could be meant.</exception>
    public ISplitter For(RowRoles rows) => rows switch
    {
        { Groups: not null, Time: not null } => throw new ArgumentException($"The rows have groups and times, so that the search must be told which its folds heed: set Evaluation to a {nameof(GroupKFold)} or a {nameof(TimeSeriesSplit)}, for example.", nameof(rows)),
        { Groups: not null, Targets.AreLabels: true } => new StratifiedGroupKFold(Count),
        { Groups: not null } => new GroupKFold(Count),
        { Time: not null } => new TimeSeriesSplit(Count),
        { Targets.AreLabels: true } => new StratifiedKFold(Count),
        _ => new KFold(Count),
    };

    public IReadOnlyList<Fold> Split(RowRoles rows) => For(rows).Split(rows);

    public override string ToString() => $"{Count} folds that suit the rows";
}
