using System.Data.Common;
using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Reads the result of one query into the columns of a table.</summary>
internal sealed class DbTableReader<TRow>
    where TRow : IRow<TRow>
{
    private readonly DbDataReader _reader;
    private readonly string _origin;
    private readonly DbColumnReader[] _columns;
    private readonly bool[] _areOptional;
    private int _rows;

    public DbTableReader(DbDataReader reader, string origin)
    {
        _reader = reader;
        _origin = origin;
        var columns = TRow.Schema.Columns;
        var places = TRow.Schema.MatchColumns([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], origin);
        _areOptional = [.. columns.Select(column => column.IsOptional)];
        _columns = [.. columns.Select(column => CreateReader(column, places[column.Ordinal]))];
    }

    /// <summary>Takes the current row.</summary>
    public void Append()
    {
        _rows++;
        for (int c = 0; c < _columns.Length; c++)
        {
            object value = _reader.GetValue(_columns[c].Field);
            if (value is DBNull or double.NaN or float.NaN)
                AppendMissing(c, value);
            else if (_columns[c].Append(value) is { } problem)
                throw At(c, problem, Convert.ToString(value, CultureInfo.InvariantCulture));
        }
    }

    public Table<TRow> ToTable() => new(new ColumnStore<TRow>(_rows, [.. _columns.Select(column => column.ToColumn())])
    {
        MissingMarkers = [.. _columns.Zip(TRow.Schema.Columns).SelectMany(pair => pair.First.CountsOf(pair.Second.Name))],
    });

    private void AppendMissing(int column, object value)
    {
        if (!_areOptional[column])
            throw At(column, $"the value is missing ({(value is DBNull ? "null" : "NaN")}). Fill it in, leave such rows out of the query, or make {TRow.Schema.Name}.{TRow.Schema.Columns[column]} nullable.", null);
        _columns[column].AppendMissing(value is DBNull);
    }

    private TableException At(int column, string problem, string? value) => new(problem, _origin, _rows, _reader.GetName(_columns[column].Field), value);

    private NumberText Text(NumberColumn<TRow> column)
    {
        var text = new NumberText(column.Kind, column.Format, CultureInfo.InvariantCulture);
        return text.WhyBadFormat() is { } problem ? throw new TableException($"cannot be read: {TRow.Schema.Name}.{column} has {problem}", _origin, column: column.Name) : text;
    }

    private DbColumnReader CreateReader(Column<TRow> column, int field) => column switch
    {
        NumberColumn<TRow> numbers => new DbNumberReader(field, new DbNumber(Text(numbers)), numbers.WhyIllegal, numbers.Rounded),
        CategoryColumn<TRow> categories => new DbCategoryReader(field, categories.Levels),
        _ => throw new NotSupportedException($"{column} holds neither numbers nor categories."),
    };
}
