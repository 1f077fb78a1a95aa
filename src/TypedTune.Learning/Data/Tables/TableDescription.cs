using System.Globalization;
using System.Text;

namespace TypedTune.Learning;

/// <summary>A summary of a table's columns: how much is missing, where the numbers lie, which categories occur. Immutable.</summary>
public sealed class TableDescription
{
    private static string[] NumberHeaders { get; } = ["", "count", "missing", "mean", "sd", "min", "25 %", "50 %", "75 %", "max"];
    private static string[] CategoryHeaders { get; } = ["", "count", "missing", "categories"];

    private readonly string _title;

    internal TableDescription(string title, IReadOnlyList<NumberDescription> numbers, IReadOnlyList<CategoryDescription> categories)
    {
        _title = title;
        Numbers = numbers;
        Categories = categories;
    }

    /// <summary>The columns of numbers, in the order of the row type.</summary>
    public IReadOnlyList<NumberDescription> Numbers { get; }

    /// <summary>The columns of categories, in the order of the row type.</summary>
    public IReadOnlyList<CategoryDescription> Categories { get; }

    /// <summary>The description as aligned text, a line a column; numbers have a point for the decimals and six significant digits.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(_title).Append('\n');
        if (Numbers.Count > 0)
            AppendAligned(text, [NumberHeaders, .. Numbers.Select(Cells)]);
        if (Categories.Count > 0)
            AppendAligned(text, [CategoryHeaders, .. Categories.Select(Cells)]);
        return text.ToString();
    }

    private static string[] Cells(NumberDescription column) =>
    [
        column.Name, Format(column.Count), Format(column.Missing), Format(column.Mean), Format(column.StandardDeviation), Format(column.Minimum),
        Format(column.LowerQuartile), Format(column.Median), Format(column.UpperQuartile), Format(column.Maximum),
    ];

    private static string[] Cells(CategoryDescription column) =>
        [column.Name, Format(column.Count), Format(column.Missing), string.Join(", ", column.Levels.Select(level => $"{level.Category} {Format(level.Count)}"))];

    private static string Format(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Format(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>Names are flush left, figures flush right, and the last cell of the categories, a text, flush left.</summary>
    private static void AppendAligned(StringBuilder text, IReadOnlyList<string[]> lines)
    {
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(cell => lines.Max(line => line[cell].Length))];
        bool endsInText = ReferenceEquals(lines[0], CategoryHeaders);
        foreach (string[] line in lines)
        {
            var padded = line.Select((cell, i) => i == 0 || (endsInText && i == line.Length - 1) ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
            text.Append('\n').Append(string.Join("  ", padded).TrimEnd());
        }

        text.Append('\n');
    }
}
