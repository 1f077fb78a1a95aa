namespace TypedTune.Learning;

/// <summary>A file of comma-separated values that cannot be read as the rows it should hold. The message names the place and the remedy.</summary>
public sealed class CsvException : TableException
{
    internal CsvException(string problem, string file, int? row = null, int? line = null, string? column = null, string? value = null)
        : base(problem, file, row, row is null ? null : $"row {row} (line {line})", column, value) => Line = line;

    /// <summary>The line of the file, from 1, on which the row starts; null where no one line is at fault.</summary>
    public int? Line { get; }
}
