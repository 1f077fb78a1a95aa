using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Refuses columns that cannot be taken apart into years, months and days.</summary>
internal static class DatePartChecks
{
    /// <summary>Refuses a column that is not known to hold dates or times, or holds what is none.</summary>
    /// <exception cref="ArgumentException">It does not; the message names it.</exception>
    public static void RequireDates(FeatureMatrix input, int column, string step)
    {
        if (!IsDate(input.Kind(column)))
            throw new ArgumentException($"{step} needs dates, but {input.Names[column]} is not known to hold any. Give it a column whose property is a DateOnly, a DateTime or a DateTimeOffset, before steps that calculate; a matrix is told by {nameof(FeatureMatrix.WithKinds)}.");
        RequireInRange(input.Column(column), input.Kind(column), input.Names[column], step);
    }

    /// <summary>Whether numbers of a kind are dates or times of a day.</summary>
    public static bool IsDate(NumberKind kind) => kind is NumberKind.Date or NumberKind.DateTime or NumberKind.DateTimeOffset;

    /// <summary>Refuses numbers that are no dates; missing ones pass.</summary>
    /// <param name="values">The numbers, a row each.</param>
    /// <param name="kind">What they stand for.</param>
    /// <param name="name">The column's name, for the message.</param>
    /// <param name="step">The step that asks, for the message.</param>
    /// <exception cref="ArgumentException">One lies outside of the years 1 to 9999; the message names its row.</exception>
    public static void RequireInRange(ReadOnlySpan<double> values, NumberKind kind, string name, string step)
    {
        bool isDate = kind == NumberKind.Date;
        for (int row = 0; row < values.Length; row++)
        {
            if (!double.IsNaN(values[row]) && !(isDate ? values[row] is >= -719_162 and < 2_932_897 : values[row] is >= -62_135_596_800 and < 253_402_300_799.9995))
                throw new ArgumentException($"{step} needs {(isDate ? "days" : "seconds")} since 1970-01-01 that lie in the years 1 to 9999, but {name} is {values[row].ToString(CultureInfo.InvariantCulture)} in row {row}. Remove or correct that row.");
        }
    }
}
