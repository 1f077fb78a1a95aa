using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Converts columns of numbers to groups and times.</summary>
internal static class RoleValues
{
    /// <summary>The groups that numbers stand for, in ascending order; none where missing.</summary>
    public static Categories ToGroups(double[] values, NumberKind kind)
    {
        double[] distinct = [.. values.Where(value => !double.IsNaN(value)).Distinct().Order()];
        return new Categories(
            [.. distinct.Select(value => Text(value, kind))],
            Array.ConvertAll(values, value => double.IsNaN(value) ? -1 : Array.BinarySearch(distinct, value)));
    }

    /// <summary>Combines several categories of each row to one; what is missing counts as a category.</summary>
    public static Categories Combine(IReadOnlyList<Categories> parts)
    {
        if (parts is [var only] && !only.Codes.Contains(-1))
            return only;
        var builder = new CategoriesBuilder(null);
        for (int row = 0; row < parts[0].RowCount; row++)
            builder.TryAdd(string.Join(", ", parts.Select(part => part[row] is { } value ? value.Replace(",", ",,", StringComparison.Ordinal) : ",")));
        return builder.Build();
    }

    /// <summary>Whole numbers in the order of times: days of dates, ticks of times and durations.</summary>
    /// <exception cref="ArgumentException">A time is missing; the message names its row.</exception>
    public static long[] ToTime<TRow>(double[] values, NumberColumn<TRow> column)
    {
        int missing = Array.FindIndex(values, double.IsNaN);
        if (missing >= 0)
            throw new ArgumentException($"Every row needs a time, but {column} is missing in row {missing}. Fill it in, or remove such rows.");
        return column.Kind is NumberKind.DateTime or NumberKind.DateTimeOffset or NumberKind.TimeSpan
            ? Array.ConvertAll(values, value => (long)Math.Round(value * TimeSpan.TicksPerSecond))
            : Array.ConvertAll(values, value => (long)value);
    }

    private static string Text(double value, NumberKind kind) => kind switch
    {
        NumberKind.Date => DateEncoding.ToDate(value).ToString("O", CultureInfo.InvariantCulture),
        NumberKind.Boolean => value == 0 ? "false" : "true",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
