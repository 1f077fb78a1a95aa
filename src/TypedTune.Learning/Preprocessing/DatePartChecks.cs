using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Refuses columns that cannot be taken apart into years, months and days.</summary>
internal static class DatePartChecks
{
    /// <summary>Refuses a column that is not known to hold dates or times, or holds what is none.</summary>
    /// <exception cref="ArgumentException">It does not; the message names it.</exception>
    public static void RequireDates(FeatureMatrix input, int column, string step)
    {
        if (input.Kind(column) is not (NumberKind.Date or NumberKind.DateTime or NumberKind.DateTimeOffset))
            throw new ArgumentException($"{step} needs dates, but {input.Names[column]} is not known to hold any. Give it a column whose property is a DateOnly, a DateTime or a DateTimeOffset, before steps that calculate; a matrix is told by {nameof(FeatureMatrix.WithKinds)}.");
        bool isDate = input.Kind(column) == NumberKind.Date;
        var values = input.Column(column);
        for (int row = 0; row < values.Length; row++)
        {
            if (!double.IsNaN(values[row]) && !(isDate ? values[row] is >= -719_162 and < 2_932_897 : values[row] is >= -62_135_596_800 and < 253_402_300_799.9995))
                throw new ArgumentException($"{step} needs {(isDate ? "days" : "seconds")} since 1970-01-01 that lie in the years 1 to 9999, but {input.Names[column]} is {values[row].ToString(CultureInfo.InvariantCulture)} in row {row}. Remove or correct that row.");
        }
    }
}
