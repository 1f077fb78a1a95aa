using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Scores as rows of text.</summary>
internal static class ScoreTable
{
    /// <summary>A line an item.</summary>
    public static TextTable Of<T>(IEnumerable<T> items, IReadOnlyList<(string Header, Func<T, string> Text)> columns) => new(
        [.. columns.Select(column => column.Header)],
        [.. items.Select(item => (IReadOnlyList<string>)[.. columns.Select(column => column.Text(item))])]);

    /// <summary>A mean and a deviation, as far as there are any.</summary>
    public static IEnumerable<(string Header, Func<T, string> Text)> Summary<T>(string mean, string deviation, Func<T, FoldScores> scores) =>
    [
        (mean, item => Text(scores(item).Mean, "G6")),
        (deviation, item => Text(scores(item).StandardDeviation, "G4")),
    ];

    /// <summary>The mean, and the standard deviation where there is one, as <c>0.321 ± 0.014</c>.</summary>
    public static string Text(FoldScores scores) => Text(scores.Mean, "G6") + (scores.StandardDeviation is { } deviation ? " ± " + Text(deviation, "G4") : "");

    public static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    public static string Text(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Seconds(TimeSpan time) => Text(time.TotalSeconds, "F3");
}
