namespace TypedTune.Learning;

/// <summary>Checks the rows that are learned from.</summary>
internal static class DatasetChecks
{
    /// <summary>Refuses data without rows, or with a target missing.</summary>
    /// <exception cref="ArgumentException">There are no rows, or a target is missing; the message names its row.</exception>
    public static void RequireLearnable<TData>(this TData data)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.RowCount == 0)
            throw new ArgumentException("There are no rows to learn from.", nameof(data));
        data.Targets.RequireComplete();
    }
}
