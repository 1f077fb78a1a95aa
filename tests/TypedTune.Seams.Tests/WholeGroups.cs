using TypedTune.Learning;

namespace TypedTune.Seams;

#region splitter
/// <summary>Folds that keep each group together: the largest groups first, each to the fold with the fewest rows, as scikit-learn does.</summary>
public sealed record WholeGroups(int Folds) : IGroupSplitter
{
    public int? FoldCount => Folds;

    public IReadOnlyList<Fold> Split(RowRoles rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var groups = rows.Groups ?? throw new ArgumentException($"{this} need a group a row, but the rows have none. Give them to the {nameof(Dataset)} or the table.", nameof(rows));
        int[][] members = [.. Enumerable.Range(0, rows.RowCount).GroupBy(row => groups.Codes[row]).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).Select(group => group.ToArray())];
        if (members.Length < Folds)
            throw new ArgumentException($"{this} need at least {Folds} groups, but there are {members.Length}.", nameof(rows));

        List<int>[] held = [.. Enumerable.Range(0, Folds).Select(_ => new List<int>())];
        foreach (int[] group in members)
            held.MinBy(fold => fold.Count)!.AddRange(group);
        return [.. held.Select(fold => new Fold([.. Enumerable.Range(0, rows.RowCount).Except(fold)], [.. fold.Order()]))];
    }

    public override string ToString() => $"{Folds} group folds";
}
#endregion
