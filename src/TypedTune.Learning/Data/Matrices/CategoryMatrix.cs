namespace TypedTune.Learning;

/// <summary>Named columns of categories, all of the same rows. Immutable; safe to read from several threads.</summary>
public sealed class CategoryMatrix
{
    private readonly Categories[] _columns;

    /// <summary>Creates a matrix.</summary>
    /// <param name="names">One name a column.</param>
    /// <param name="columns">The columns.</param>
    /// <exception cref="ArgumentException">The columns differ in rows, or are not as many as the names.</exception>
    public CategoryMatrix(FeatureNames names, params IEnumerable<Categories> columns)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(columns);
        _columns = [.. columns];
        Names = names;
        if (_columns.Length != names.Count)
            throw new ArgumentException($"{names.Count} names were given for {_columns.Length} columns.", nameof(columns));
        RowCount = _columns.Length == 0 ? 0 : _columns[0].RowCount;
        for (int c = 0; c < _columns.Length; c++)
        {
            if (_columns[c].RowCount != RowCount)
                throw new ArgumentException($"Column {Excerpt.From(names[c])} has {_columns[c].RowCount} rows, but {Excerpt.From(names[0])} has {RowCount}.", nameof(columns));
        }
    }

    /// <summary>The number of rows.</summary>
    public int RowCount { get; }

    /// <summary>The number of columns.</summary>
    public int ColumnCount => _columns.Length;

    /// <summary>One name a column.</summary>
    public FeatureNames Names { get; }

    /// <summary>Renames the columns; nothing is copied.</summary>
    /// <param name="names">One name a column.</param>
    internal CategoryMatrix WithNames(FeatureNames names) => new(names, _columns);

    /// <summary>A column, from 0.</summary>
    public Categories Column(int column) => _columns[column];

    /// <summary>Refuses a matrix whose columns are not those that a step was fitted on.</summary>
    /// <param name="fitted">The names at fit.</param>
    /// <param name="step">The name of the step that checks, for the message.</param>
    /// <exception cref="ColumnMismatchException">The names differ.</exception>
    public void RequireColumns(FeatureNames fitted, string step)
    {
        ArgumentNullException.ThrowIfNull(fitted);
        if (!Names.Equals(fitted))
            throw new ColumnMismatchException(step, fitted, Names);
    }
}
