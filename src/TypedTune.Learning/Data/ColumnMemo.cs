namespace TypedTune.Learning;

/// <summary>
/// What was derived from a column's values, kept as long as the column is. Shared by the copies of the column in all matrices that it
/// stands in, so that it is derived once for all. Thread safe.
/// </summary>
internal sealed class ColumnMemo
{
    private readonly Lock _gate = new();
    private object? _derived;

    /// <summary>What was derived; of one type only, the first asked for: of any other it is made each time.</summary>
    /// <typeparam name="T">What is derived.</typeparam>
    /// <param name="derive">Depends on the column's values alone.</param>
    public T Of<T>(Func<T> derive)
        where T : class
    {
        lock (_gate)
        {
            if (_derived is T known)
                return known;
            var derived = derive();
            _derived ??= derived;
            return derived;
        }
    }
}
