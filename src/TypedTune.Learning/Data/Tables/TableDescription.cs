using System.Globalization;
using System.Text;

namespace TypedTune.Learning;

/// <summary>A summary of a table's columns: how much is missing, where the numbers lie, which categories occur. Immutable.</summary>
public sealed class TableDescription
{
    private static string[] NumberHeaders { get; } = ["", "count", "missing", "mean", "sd", "min", "25 %", "50 %", "75 %", "max"];
    private static string[] CategoryHeaders { get; } = ["", "count", "missing", "categories"];

    private readonly string _title;

    internal TableDescription(string title, IReadOnlyList<NumberDescription> numbers, IReadOnlyList<CategoryDescription> categories, IReadOnlyList<MarkerCount> markers)
    {
        _title = title;
        Numbers = numbers;
        Categories = categories;
        MissingMarkers = markers;
    }

    /// <summary>The columns of numbers, in the order of the row type.</summary>
    public IReadOnlyList<NumberDescription> Numbers { get; }

    /// <summary>The columns of categories, in the order of the row type.</summary>
    public IReadOnlyList<CategoryDescription> Categories { get; }

    /// <summary>What stood in the place of missing values when the rows were read; see <see cref="Table{TRow}.MissingMarkers"/>.</summary>
    public IReadOnlyList<MarkerCount> MissingMarkers { get; }

    /// <summary>
    /// The description as aligned text, a line a column; numbers have a point for the decimals and six significant digits, dates and times are in ISO 8601, and durations
    /// and the standard deviation of times are in days, hours, minutes and seconds. What was taken as missing when the rows were read comes last.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder(_title).Append('\n');
        if (Numbers.Count > 0)
            AppendAligned(text, [NumberHeaders, .. Numbers.Select(Cells)]);
        if (Categories.Count > 0)
            AppendAligned(text, [CategoryHeaders, .. Categories.Select(Cells)]);
        if (MissingMarkers.Count > 0)
            text.Append("\ntaken as missing when it was read: ").Append(DescribeMarkers()).Append('\n');
        return text.ToString();
    }

    private static string[] Cells(NumberDescription column) =>
    [
        column.Name, Format(column.Count), Format(column.Missing), Format(column.Mean, column.Kind), FormatSpread(column.StandardDeviation, column.Kind), Format(column.Minimum, column.Kind),
        Format(column.LowerQuartile, column.Kind), Format(column.Median, column.Kind), Format(column.UpperQuartile, column.Kind), Format(column.Maximum, column.Kind),
    ];

    private string DescribeMarkers() => string.Join("; ", MissingMarkers.GroupBy(count => count.Column, StringComparer.Ordinal).Select(column =>
        $"{column.Key} {string.Join(", ", column.Select(count => $"{(count.Marker.Length == 0 ? "empty" : $"'{count.Marker}'")} {Format(count.Count)}"))}"));

    private static string[] Cells(CategoryDescription column) =>
        [column.Name, Format(column.Count), Format(column.Missing), string.Join(", ", column.Levels.Select(level => $"{(string.IsNullOrWhiteSpace(level.Category) ? $"\"{level.Category}\"" : level.Category)} {Format(level.Count)}"))];

    private static string Format(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Format(double value, NumberKind kind) => kind switch
    {
        _ when double.IsNaN(value) => "NaN",
        NumberKind.Date => DateEncoding.ToDate(value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        NumberKind.DateTime or NumberKind.DateTimeOffset => DateEncoding.ToDateTime(Math.Floor(value)).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        NumberKind.TimeSpan => FormatDuration(value),
        _ => value.ToString("G6", CultureInfo.InvariantCulture),
    };

    private static string FormatSpread(double value, NumberKind kind) => kind switch
    {
        _ when double.IsNaN(value) => "NaN",
        NumberKind.Date => string.Create(CultureInfo.InvariantCulture, $"{value:G6} d"),
        NumberKind.DateTime or NumberKind.DateTimeOffset or NumberKind.TimeSpan => FormatDuration(value),
        _ => value.ToString("G6", CultureInfo.InvariantCulture),
    };

    private static string FormatDuration(double seconds) => DateEncoding.ToTimeSpan(Math.Round(seconds, 3)).ToString("g", CultureInfo.InvariantCulture);

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
