using System.Globalization;
using System.Text;

namespace TypedTune;

/// <summary>Trials as text, a line each, under headers; for people to read and for files. Immutable.</summary>
public sealed class TextTable
{
    /// <summary>Creates a table.</summary>
    /// <param name="headers">A header for each column.</param>
    /// <param name="rows">The lines, each with a text for each column.</param>
    public TextTable(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Headers = headers;
        Rows = rows;
    }

    /// <summary>A header a column.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>A line a trial, a text a column, in the invariant culture.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>The table with aligned columns: numbers to the right, words to the left.</summary>
    public override string ToString()
    {
        string[][] rows = [.. Rows.Select(row => row.Select(OnOneLine).ToArray())];
        int[] widths = [.. Headers.Select((header, c) => rows.Select(row => row[c].Length).Append(header.Length).Max())];
        bool[] isNumeric = [.. Headers.Select((_, c) => rows.All(row => row[c].Length == 0 || double.TryParse(row[c], CultureInfo.InvariantCulture, out double _)))];
        var text = new StringBuilder();
        foreach (var line in rows.Prepend(Headers))
        {
            var cells = line.Select((cell, c) => isNumeric[c] ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]));
            text.AppendLine(string.Join("  ", cells).TrimEnd());
        }

        return text.ToString();
    }

    // The message of an error may have several.
    private static string OnOneLine(string cell) => string.Join(' ', cell.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
