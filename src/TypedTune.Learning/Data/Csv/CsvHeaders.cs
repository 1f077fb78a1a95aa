namespace TypedTune.Learning;

/// <summary>Says what about the options makes headers unreadable.</summary>
internal static class CsvHeaders
{
    // What the reader puts in the place of bytes that are no UTF-8.
    private const char Replacement = '\uFFFD';

    /// <summary>Adds to a problem with headers what is probably its cause: another separator, or another encoding.</summary>
    public static string Explain(string problem, string[] headers, CsvOptions options)
    {
        if (headers.Length == 1 && headers[0].AsSpan().IndexOfAny(",;\t|") is >= 0 and var at)
            problem += $" Fields are separated by {Name(headers[0][at])}, it seems, not by {Name(options.Separator)}: set {nameof(CsvOptions)}.{nameof(CsvOptions.Separator)} to {Literal(headers[0][at])}.";
        return AreDamaged(headers) ? $"{problem} The header holds bytes that are not UTF-8: name the encoding by {nameof(CsvOptions)}.{nameof(CsvOptions.Encoding)}." : problem;
    }

    /// <summary>Whether a header holds what could not be decoded.</summary>
    public static bool AreDamaged(string[] headers) => headers.Any(header => header.Contains(Replacement));

    private static string Name(char separator) => separator switch
    {
        ',' => "commas",
        '\t' => "tabs",
        _ => $"'{separator}'",
    };

    private static string Literal(char separator) => separator == '\t' ? @"'\t'" : $"'{separator}'";
}
