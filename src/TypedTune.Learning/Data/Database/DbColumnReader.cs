namespace TypedTune.Learning;

/// <summary>Collects the values of one column while a query is read.</summary>
/// <param name="field">The place of the column in the query, from 0.</param>
internal abstract class DbColumnReader(int field)
{
    private int _nulls;
    private int _notNumbers;

    /// <summary>The place of the column in the query, from 0.</summary>
    public int Field { get; } = field;

    /// <summary>Takes a value that is not missing.</summary>
    /// <returns>What is wrong with it and what to do about it, or null if it is legal.</returns>
    public abstract string? Append(object value);

    /// <summary>Takes a missing value: null, or not-a-number.</summary>
    public void AppendMissing(bool isNull)
    {
        _nulls += isNull ? 1 : 0;
        _notNumbers += isNull ? 0 : 1;
        AppendMissing();
    }

    /// <summary>The column, as a <see cref="ColumnStore{TRow}"/> holds it.</summary>
    public abstract object ToColumn();

    /// <summary>How many values were missing, by what stood there.</summary>
    public IEnumerable<MarkerCount> CountsOf(string column) =>
        new[] { new MarkerCount(column, "", _nulls), new MarkerCount(column, "NaN", _notNumbers) }.Where(count => count.Count > 0);

    protected abstract void AppendMissing();
}
