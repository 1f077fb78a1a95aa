namespace TypedTune.Learning;

/// <summary>The rows of each time.</summary>
internal static class TimeSteps
{
    /// <summary>Gathers rows by their time.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="splitter">Who asks, for messages.</param>
    /// <returns>For each distinct time, ascending, its rows.</returns>
    /// <exception cref="ArgumentException">The rows have no times.</exception>
    public static int[][] Gather(RowRoles rows, ISplitter splitter)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.Time is { } times
            ? [.. Enumerable.Range(0, times.Length).GroupBy(row => times[row]).OrderBy(step => step.Key).Select(step => step.ToArray())]
            : throw new ArgumentException($"{splitter} need a time a row, but the rows have none. Mark the column that holds them [Time], or set the {nameof(Dataset.Time)} of the {nameof(Dataset)}.", nameof(rows));
    }

    /// <summary>The rows of several times, ascending.</summary>
    public static int[] Rows(int[][] steps) => [.. steps.SelectMany(step => step).Order()];
}
