namespace TypedTune.Learning;

/// <summary>Rows that cannot be read from where they are, such as a database or a file. The message names the place and the remedy.</summary>
public class TableException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="problem">What is wrong and what to do: a sentence whose subject is the value if there is one, else the origin.</param>
    /// <param name="origin">Where the rows come from, such as a file.</param>
    /// <param name="row">The row of data, from 1; null where no one row is at fault.</param>
    /// <param name="column">The column's name there; null where no one column is at fault.</param>
    /// <param name="value">The illegal value, of which the message repeats the beginning; null where no one value is at fault.</param>
    public TableException(string problem, string origin, int? row = null, string? column = null, string? value = null)
        : this(problem, origin, row, row is null ? null : $"row {row}", column, value is null ? null : Excerpt.From(value))
    {
    }

    // Of a value that is shortened already.
    private protected TableException(string problem, string origin, int? row, string? place, string? column, string? value)
        : base(Describe(problem, origin, place, column, value))
    {
        Origin = origin;
        Row = row;
        Column = column;
        Value = value;
    }

    /// <summary>Where the rows come from: a path as it was given, or a name.</summary>
    public string Origin { get; }

    /// <summary>The row of data, from 1, a header not counted; null where no one row is at fault.</summary>
    public int? Row { get; }

    /// <summary>The column's name where the rows come from or, where it is missing there, the property's; null where no one column is at fault.</summary>
    public string? Column { get; }

    /// <summary>The illegal value as text, or the beginning of a long one; null where no one value is at fault.</summary>
    public string? Value { get; }

    private static string Describe(string problem, string origin, string? place, string? column, string? value)
    {
        string name = Path.GetFileName(origin) is { Length: > 0 } last ? last : origin;
        string text = value is null ? problem : $"'{value}' {problem}";
        string at = string.Concat(place is null ? "" : $", {place}", column is null || (place is null && value is null) ? "" : $", column {Excerpt.From(column)}");
        return at.Length == 0 ? $"{name} {text}" : $"{name}{at}: {text}";
    }
}
