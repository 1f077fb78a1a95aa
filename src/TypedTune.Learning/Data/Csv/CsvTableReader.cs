namespace TypedTune.Learning;

/// <summary>Reads one file into the columns of a table.</summary>
internal sealed class CsvTableReader<TRow>
    where TRow : IRow<TRow>
{
    private readonly string _file;
    private readonly CsvOptions _options;

    public CsvTableReader(string file, CsvOptions options)
    {
        _file = file;
        _options = options;
        Rows = new CsvRows(file, options, CreateReaders, TRow.Schema.Name);
    }

    /// <summary>The rows of the file.</summary>
    public CsvRows Rows { get; }

    /// <summary>The table of the rows that were read.</summary>
    public Table<TRow> ToTable() => new(new ColumnStore<TRow>(Rows.Count, [.. Rows.Columns.Select(column => column.ToColumn())])
    {
        MissingMarkers = [.. Rows.Columns.Zip(TRow.Schema.Columns).SelectMany(pair => pair.First.Markers.CountsOf(pair.Second.Name))],
    });

    private CsvColumnReader[] CreateReaders(string[] headers)
    {
        if (!_options.HasTarget && TRow.Schema.Columns.FirstOrDefault(column => column.Role == ColumnRole.Target && !column.IsOptional) is { } target)
            throw new CsvException($"has no target, but {TRow.Schema.Name}.{target} cannot be missing. Make it nullable.", _file, column: target.Name);
        var matching = _options.HasHeader == false ? ColumnMatching.InOrder(TRow.Schema, headers.Length, _options.HasTarget) : ColumnMatching.Match(TRow.Schema, headers, _options.HasTarget);
        if (matching.Problem is { } problem)
            throw new CsvException(CsvHeaders.Explain(problem, headers, _options), _file, column: matching.Column);
        return [.. TRow.Schema.Columns.Select(column => CreateReader(column, matching.Places[column.Ordinal]))];
    }

    private CsvColumnReader CreateReader(Column<TRow> column, int field)
    {
        string? required = column.IsOptional ? null : $"make {TRow.Schema.Name}.{column} nullable";
        return column switch
        {
            NumberColumn<TRow> numbers => new CsvNumberReader(field, new CsvMarkers(_options.Missing), required, Text(numbers), numbers.WhyIllegal, numbers.Round),
            CategoryColumn<TRow> categories => new CsvCategoryReader(field, new CsvMarkers(_options.Missing, categories.Levels), required, categories.Levels),
            _ => throw new NotSupportedException($"{column} holds neither numbers nor categories."),
        };
    }

    private NumberText Text(NumberColumn<TRow> column)
    {
        var text = new NumberText(column.Kind, column.Format, _options.Culture);
        return text.WhyBadFormat() is { } problem ? throw new CsvException($"cannot be read: {TRow.Schema.Name}.{column} has {problem}", _file, column: column.Name) : text;
    }
}
