namespace TypedTune.Learning;

/// <summary>
/// A value derived from a column's values, kept as long as the column is. Shared by the copies of the column in all matrices that it
/// stands in, so that it is derived once for all. Thread safe.
/// </summary>
internal sealed class ColumnMemo
{
    private readonly Lock _gate = new();
    private object? _derived;

    /// <summary>Returns the derived value. The first one that is asked for is kept; any other is computed each time.</summary>
    /// <typeparam name="T">What is derived.</typeparam>
    /// <param name="derive">Depends on the column's values and on what <paramref name="fits"/> asks for alone.</param>
    /// <param name="fits">Whether what was derived is what is asked for.</param>
    public T Of<T>(Func<T> derive, Predicate<T> fits)
        where T : class
    {
        lock (_gate)
        {
            if (_derived is T known && fits(known))
                return known;
            var derived = derive();
            _derived ??= derived;
            return derived;
        }
    }
}
