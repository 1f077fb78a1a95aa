namespace TypedTune.Learning;

/// <summary>The values that were derived from a matrix's columns, until someone else may change the columns. Thread safe.</summary>
internal sealed class ColumnMemos
{
    private readonly Lock _lock = new();
    private volatile ColumnMemo[]? _columns;
    private bool _areKept;

    /// <summary>Takes over memos, one a column.</summary>
    private ColumnMemos(ColumnMemo[] columns) => _columns = columns;

    /// <summary>The memo of a column; null where its values may have changed.</summary>
    /// <param name="column">From 0.</param>
    public ColumnMemo? this[int column] => _columns?[column];

    /// <summary>Creates empty memos.</summary>
    /// <param name="columns">The number of columns.</param>
    public static ColumnMemos Create(int columns) => new([.. Enumerable.Range(0, columns).Select(_ => new ColumnMemo())]);

    /// <summary>Memos that stand together, such as those of matrices side by side.</summary>
    /// <param name="columns">One a column, in order, of values that nobody else may change.</param>
    public static ColumnMemos From(IEnumerable<ColumnMemo> columns) => new([.. columns]);

    /// <summary>Keeps the memos, so that nobody may change the values any more, if nobody could so far.</summary>
    public bool TryKeep()
    {
        lock (_lock)
            return _areKept = _columns is not null;
    }

    /// <summary>Drops the memos, so that the values may be changed, unless they are kept.</summary>
    public bool TryForget()
    {
        lock (_lock)
        {
            if (!_areKept)
                _columns = null;
            return !_areKept;
        }
    }
}
