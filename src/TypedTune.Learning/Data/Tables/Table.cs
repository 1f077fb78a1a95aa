using System.Collections;

namespace TypedTune.Learning;

/// <summary>
/// Rows of one type, held in columns. Subsets are views: they share the columns and hold row numbers only.
/// </summary>
/// <typeparam name="TRow">A type marked <see cref="RowAttribute"/>.</typeparam>
/// <remarks>Immutable; safe to read from several threads.</remarks>
public sealed class Table<TRow> : IDataset<Table<TRow>>, IReadOnlyList<TRow>
    where TRow : IRow<TRow>
{
    private readonly ColumnStore<TRow> _store;
    private readonly int[]? _rows;

    // Null where the roles are those that the columns hold.
    private readonly RowRoles? _roles;
    private RowRoles? _ownRoles;

    internal Table(ColumnStore<TRow> store, int[]? rows = null, RowRoles? roles = null)
    {
        _store = store;
        _rows = rows;
        _roles = roles;
    }

    /// <summary>Copies rows into a table.</summary>
    /// <param name="rows">Any number of rows.</param>
    /// <exception cref="ArgumentException">
    /// A row is null; a value is missing in a property that is not nullable; or a category is not one that its column declares, such as an undeclared value of an enum. The message
    /// names row and column.
    /// </exception>
    public Table(IEnumerable<TRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        TRow[] all = [.. rows];
        _store = new ColumnStore<TRow>(all.Length, RowColumns.Read(all));
    }

    /// <summary>The number of rows.</summary>
    public int RowCount => _rows?.Length ?? _store.RowCount;

    int IReadOnlyCollection<TRow>.Count => RowCount;

    /// <summary>A row, from 0, as an object made on the spot.</summary>
    public TRow this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, RowCount);
            return TRow.Schema.Create(new RowReader<TRow>(_store, _rows?[index] ?? index));
        }
    }

    /// <summary>
    /// What stood in the place of missing values when the rows were read, by column and marker, such as 11 times <c>NA</c>; of all rows that were read, also in a
    /// view of some. Empty where nothing was missing, or the rows were not read from text.
    /// </summary>
    public IReadOnlyList<MarkerCount> MissingMarkers => _store.MissingMarkers;

    /// <summary>The targets: numbers or labels, as the <see cref="TargetAttribute"/> property is.</summary>
    /// <exception cref="InvalidOperationException">The row type has no target.</exception>
    public Targets Targets => TRow.Schema.Target switch
    {
        NumberColumn<TRow> numbers => Targets.Of(Column(numbers), numbers.Name),
        CategoryColumn<TRow> categories => Targets.Of(Column(categories), categories.Name),
        _ => throw new InvalidOperationException($"{TRow.Schema.Name} has no [Target] property."),
    };

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The row type has no target.</exception>
    /// <exception cref="ArgumentException">A group or a weight is missing or illegal; the message names its row.</exception>
    public RowRoles Roles => _roles ?? (_ownRoles ??= ReadRoles());

    /// <inheritdoc/>
    public IReadOnlyList<IdentityPart> Fingerprints =>
    [
        .. TRow.Schema.Columns.Where(column => column.Role == ColumnRole.Feature).Select(column => column is NumberColumn<TRow> numbers
            ? DataFingerprint.Of($"column {column.Name}", Column(numbers))
            : DataFingerprint.Of($"column {column.Name}", Column((CategoryColumn<TRow>)column))),
        .. DataFingerprint.Of(Roles),
    ];

    /// <summary>The numbers to be predicted, one a row.</summary>
    /// <exception cref="InvalidOperationException">The row type has no target, or one of categories.</exception>
    public double[] Target => Targets.Numbers;

    /// <summary>The labels to be predicted, one a row.</summary>
    /// <exception cref="InvalidOperationException">The row type has no target, or one of numbers.</exception>
    public Categories Labels => Targets.Labels;

    /// <summary>The values of a column of numbers, copied; not-a-number where missing.</summary>
    /// <param name="column">As <c>District.Columns.MedianIncome</c>.</param>
    public double[] Column(NumberColumn<TRow> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (column.Ordinal < 0)
            return RowColumns.Read(this, column);
        var values = new double[RowCount];
        CopyColumn(column, values);
        return values;
    }

    /// <summary>The values of a column of categories.</summary>
    /// <param name="column">As <c>District.Columns.OceanProximity</c>.</param>
    public Categories Column(CategoryColumn<TRow> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (column.Ordinal < 0)
            return RowColumns.Read(this, column);
        var values = _store.Categories(column.Ordinal);
        return _rows is null ? values : values.TakeRows(_rows);
    }

    /// <summary>Columns of numbers as a matrix, copied.</summary>
    /// <param name="columns">Which, in order.</param>
    public FeatureMatrix Numbers(params IReadOnlyList<NumberColumn<TRow>> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var values = new double[(long)RowCount * columns.Count];
        for (int c = 0; c < columns.Count; c++)
            CopyColumn(columns[c], values.AsSpan(c * RowCount, RowCount));
        return FeatureMatrix.Own(values, RowCount, new FeatureNames(columns.Select(column => column.Name)), [.. columns.Select(column => column.Kind)]);
    }

    /// <summary>Columns of categories as a matrix.</summary>
    /// <param name="columns">Which, in order.</param>
    public CategoryMatrix Categories(params IReadOnlyList<CategoryColumn<TRow>> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new CategoryMatrix(new FeatureNames(columns.Select(column => column.Name)), columns.Select(Column));
    }

    /// <summary>The rows at the given indices, in that order, as a view.</summary>
    /// <param name="rows">Indices from 0; repeats are allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the table.</exception>
    public Table<TRow> TakeRows(ReadOnlySpan<int> rows)
    {
        RowNumbers.Require(rows, RowCount);
        int[] view = rows.ToArray();
        for (int i = 0; _rows is not null && i < view.Length; i++)
            view[i] = _rows[view[i]];
        return new Table<TRow>(_store, view, _roles?.TakeRows(rows));
    }

    /// <summary>The same rows, each of which counts as much as its weight when it is learned from and when it is scored; see <see cref="Dataset.Weights"/>.</summary>
    /// <param name="weights">N finite numbers of at least 0, such as a <see cref="Column(NumberColumn{TRow})"/>; null where all count the same.</param>
    /// <exception cref="ArgumentException">There are not as many weights as rows, or one is negative or not finite; the message names its row.</exception>
    /// <exception cref="InvalidOperationException">The row type has no target.</exception>
    public Table<TRow> WithWeights(double[]? weights) => new(_store, _rows, Roles.WithWeights(weights));

    /// <summary>The rows that satisfy a condition, as a view.</summary>
    /// <param name="condition">Called once a row, in order.</param>
    public Table<TRow> Where(Func<TRow, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return TakeRows([.. Enumerable.Range(0, RowCount).Where(row => condition(this[row]))]);
    }

    /// <summary>Describes each column: how much is missing, the quartiles of numbers, the counts of categories.</summary>
    /// <returns>Typed figures; as text, an aligned table.</returns>
    public TableDescription Describe()
    {
        var columns = TRow.Schema.Columns;
        return new TableDescription(
            ToString(),
            [.. columns.OfType<NumberColumn<TRow>>().Select(column => new NumberDescription(column.Name, column.Kind, Column(column)))],
            [.. columns.OfType<CategoryColumn<TRow>>().Select(column => new CategoryDescription(column.Name, Column(column)))],
            MissingMarkers);
    }

    /// <inheritdoc/>
    public IEnumerator<TRow> GetEnumerator()
    {
        for (int row = 0; row < RowCount; row++)
            yield return this[row];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The row type and the number of rows.</summary>
    public override string ToString() => $"{RowCount} rows of {TRow.Schema.Name}";

    /// <summary>The same rows, each with columns of its own rather than a view.</summary>
    internal Table<TRow> Compact() => _rows is null ? this : new Table<TRow>(_store.TakeRows(_rows), roles: _roles);

    /// <summary>The rows of a table that is no view, with one column in another order; the others are shared.</summary>
    internal Table<TRow> Permute(Column<TRow> column, int[] order) => new(_store.Permute(column.Ordinal, order));

    private RowRoles ReadRoles()
    {
        var schema = TRow.Schema;
        Categories[] strata = [.. schema.Strata.Select(Groups)];
        return new RowRoles(Targets)
        {
            Groups = schema.Find(ColumnRole.Group) is { } group ? Groups(group) : null,
            Strata = strata.Length == 0 ? null : RoleValues.Combine(strata),
            Weights = schema.Find(ColumnRole.Weight) is NumberColumn<TRow> weights ? Column(weights) : null,
            Time = schema.Find(ColumnRole.Time) is NumberColumn<TRow> time ? RoleValues.ToTime(Column(time), time) : null,
        };
    }

    private Categories Groups(Column<TRow> column) => column is NumberColumn<TRow> numbers ? RoleValues.ToGroups(Column(numbers), numbers.Kind) : Column((CategoryColumn<TRow>)column);

    private void CopyColumn(NumberColumn<TRow> column, Span<double> to)
    {
        var from = _store.Numbers(column.Ordinal);
        if (_rows is null)
        {
            from.CopyTo(to);
            return;
        }

        for (int i = 0; i < to.Length; i++)
            to[i] = from[_rows[i]];
    }
}
