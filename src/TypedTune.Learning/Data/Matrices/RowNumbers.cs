namespace TypedTune.Learning;

/// <summary>Checks of the row numbers that callers pass in.</summary>
internal static class RowNumbers
{
    /// <summary>Refuses a row that does not exist, before anything is copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A row is negative, or not below <paramref name="rowCount"/>.</exception>
    public static void Require(ReadOnlySpan<int> rows, int rowCount)
    {
        foreach (int row in rows)
        {
            if ((uint)row >= (uint)rowCount)
                throw new ArgumentOutOfRangeException(nameof(rows), row, $"Row {row} is outside the {rowCount} rows.");
        }
    }
}
