namespace TypedTune.Learning;

/// <summary>A file of comma-separated values that cannot be read as the rows it should hold. The message names the place and the remedy.</summary>
public sealed class CsvException : Exception
{
    internal CsvException(string problem, string file, int? row = null, int? line = null, string? column = null)
        : base(Describe(problem, file, row, line, column))
    {
        File = file;
        Row = row;
        Line = line;
        Column = column;
    }

    /// <summary>The path as it was given, or the name that was given for a text reader.</summary>
    public string File { get; }

    /// <summary>The row of data, from 1, the header not counted; null where the file as a whole or its header is at fault.</summary>
    public int? Row { get; }

    /// <summary>The line of the file, from 1, on which the row starts; null where no one line is at fault.</summary>
    public int? Line { get; }

    /// <summary>The column's header or, where the file has none for it, the property's name; null where no one column is at fault.</summary>
    public string? Column { get; }

    private static string Describe(string problem, string file, int? row, int? line, string? column)
    {
        string name = Path.GetFileName(file) is { Length: > 0 } last ? last : file;
        if (row is null)
            return $"{name} {problem}";
        string place = $"{name}, row {row} (line {line})";
        return column is null ? $"{place}: {problem}" : $"{place}, column {column}: {problem}";
    }
}
