using System.Globalization;
using System.Text;

namespace TypedTune.Learning;

/// <summary>Which numbers a file may hold, and how they are written there.</summary>
internal static class CsvNumber
{
    private const double LargestExactInteger = (1L << 53) - 1;

    /// <summary>Reads a field that is not empty, whatever the thread's culture is; not-a-number is a legal result here.</summary>
    /// <returns>A text that says what is wrong, or null if the number is legal.</returns>
    public static string? Parse(ReadOnlySpan<byte> field, NumberKind kind, out double value)
    {
        if (kind == NumberKind.Boolean && TryParseBoolean(field, out value))
            return null;

        // Not the reader's own parsing: it admits group separators, and would take the decimal comma of "1,5" for one.
        if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return $"'{Encoding.UTF8.GetString(field)}' is not {Legal(kind)}.";
        return double.IsNaN(value) || WhyIllegal(value, kind) is not { } reason ? null : $"'{Encoding.UTF8.GetString(field)}' {reason}";
    }

    /// <summary>Says why a number that is not missing does not fit the kind, or returns null if it does.</summary>
    public static string? WhyIllegal(double value, NumberKind kind)
    {
        if (!double.IsFinite(value))
            return "is not finite. Remove the row, or leave the field empty and make the property nullable.";
        return kind switch
        {
            NumberKind.Integer when value != Math.Truncate(value) => "is not a whole number. Correct it, or make the property a double.",
            NumberKind.Integer when Math.Abs(value) > LargestExactInteger => $"is beyond ±{LargestExactInteger:F0}, where whole numbers are no longer exact. Make the property a double, or a string if it is a name.",
            NumberKind.Boolean when value is not (0 or 1) => $"is not {Legal(kind)}.",
            _ => null,
        };
    }

    private static bool TryParseBoolean(ReadOnlySpan<byte> field, out double value)
    {
        var text = Ascii.Trim(field);
        bool isTrue = Ascii.EqualsIgnoreCase(field[text], "true"u8);
        value = isTrue ? 1 : 0;
        return isTrue || Ascii.EqualsIgnoreCase(field[text], "false"u8);
    }

    private static string Legal(NumberKind kind) => kind switch
    {
        NumberKind.Integer => "a whole number",
        NumberKind.Boolean => "true, false, 1 or 0",
        _ => "a number. Write numbers with a point for the decimals and nothing between the thousands",
    };
}
