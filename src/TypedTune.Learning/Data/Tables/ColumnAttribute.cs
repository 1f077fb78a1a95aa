namespace TypedTune.Learning;

/// <summary>Says how a column stands in files and databases. Without it the header is the property's name, in any usual spelling.</summary>
/// <param name="header">The header, matched exactly; null, the default, for the property's name.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute(string? header = null) : Attribute
{
    /// <summary>The header; null where it is the property's name in one spelling or another.</summary>
    public string? Header { get; } = header;

    /// <summary>
    /// The only legal categories of a <see cref="string"/>, in the order of their codes; none, the default, admits any. A category that is declared is never taken
    /// as missing, whatever <see cref="CsvOptions.Missing"/> says.
    /// </summary>
    public string[] Levels { get; init; } = [];

    /// <summary>How a date or a time is written in text, such as <c>dd/MM/yyyy</c>; null, the default, for ISO 8601. See <see cref="System.DateTime.ParseExact(string, string, IFormatProvider)"/>.</summary>
    public string? Format { get; init; }
}
