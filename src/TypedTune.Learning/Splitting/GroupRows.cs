namespace TypedTune.Learning;

/// <summary>The rows of each group.</summary>
internal static class GroupRows
{
    /// <summary>Gathers the rows of the groups that have some.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="fewest">How many groups there must be.</param>
    /// <param name="splitter">Who asks, for messages.</param>
    /// <returns>For each group, in the order of the levels, its rows, ascending.</returns>
    /// <exception cref="ArgumentException">The rows have no groups, or too few.</exception>
    public static int[][] Gather(RowRoles rows, int fewest, ISplitter splitter)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Groups is not { } groups)
            throw new ArgumentException($"{splitter} need a group a row, but the rows have none. Mark the column that holds them [Group], or set the {nameof(Dataset.Groups)} of the {nameof(Dataset)}.", nameof(rows));
        var members = new List<int>[groups.Levels.Count];
        for (int row = 0; row < rows.RowCount; row++)
            (members[groups.Codes[row]] ??= []).Add(row);
        int[][] found = [.. members.Where(group => group is not null).Select(group => group.ToArray())];
        return found.Length >= fewest
            ? found
            : throw new ArgumentException($"{splitter} need at least {fewest} groups, but there {(found.Length == 1 ? "is" : "are")} {found.Length}.", nameof(rows));
    }
}
