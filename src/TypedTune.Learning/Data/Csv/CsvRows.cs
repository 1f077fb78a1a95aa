using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Reads one file row by row into readers of its columns.</summary>
/// <param name="file">The file's name, for messages.</param>
/// <param name="options">How it is written.</param>
/// <param name="start">Makes the readers, once the headers are known.</param>
/// <param name="what">What each row holds, for messages.</param>
internal sealed class CsvRows(string file, CsvOptions options, Func<string[], CsvColumnReader[]> start, string what)
{
    private string[] _headers = [];
    private CsvColumnReader[] _columns = [];
    private string? _malformed;

    /// <summary>The number of rows so far.</summary>
    public int Count { get; private set; }

    /// <summary>The readers of the columns; none before the headers are known.</summary>
    public IReadOnlyList<CsvColumnReader> Columns => _columns;

    /// <summary>How the file must be opened.</summary>
    public CsvReaderOptions ReaderOptions() => new()
    {
        Separator = options.Separator,
        HasHeader = HasHeader,
        FormatProvider = options.Culture,
        PoolStrings = true,
        TrackLineNumbers = true,
        OnMalformedRecord = record => _malformed ??= Describe(record.Reason),
    };

    /// <summary>Reads all rows.</summary>
    public void Read(CsvReader reader)
    {
        bool isRow = !HasHeader && reader.Read();
        Start(reader);
        for (isRow = isRow || reader.Read(); isRow; isRow = reader.Read())
            Append(reader);
        RequireRows();
    }

    /// <summary>Reads all rows without waiting for the source on a thread.</summary>
    public async Task ReadAsync(CsvReader reader, CancellationToken cancellation)
    {
        await reader.ReadHeaderAsync(cancellation).ConfigureAwait(false);
        bool isRow = !HasHeader && await reader.ReadAsync(cancellation).ConfigureAwait(false);
        Start(reader);
        for (isRow = isRow || await reader.ReadAsync(cancellation).ConfigureAwait(false); isRow; isRow = await reader.ReadAsync(cancellation).ConfigureAwait(false))
            Append(reader);
        RequireRows();
    }

    /// <summary>Turns an exception of the decoder, the decompressor or the parser into one that names the file and what to do; null where the exception has nothing to do with the file's content.</summary>
    public CsvException? Explain(Exception exception, CsvReader? reader)
    {
        string near = reader is null || _headers.Length == 0 ? "" : $" behind line {reader.LineNumber}";
        return exception switch
        {
            DecoderFallbackException => new($"holds bytes{near} that are not of the encoding {(options.Encoding ?? Encoding.Unicode).WebName}. Name the right one by {nameof(CsvOptions)}.{nameof(CsvOptions.Encoding)}, or convert the file.", file),
            InvalidDataException or EndOfStreamException => new($"is a damaged gzip file{(near.Length == 0 ? "" : $" (read up to line {reader!.LineNumber})")}: {exception.Message}", file),
            CsvFormatException => new($"cannot be read{near}: {exception.Message}", file),
            _ => null,
        };
    }

    private void Start(CsvReader reader)
    {
        _headers = HasHeader ? [.. reader.Headers] : [.. FeatureNames.Numbered(reader.FieldCount)];
        if (_malformed is not null)
            throw new CsvException($"has a {(HasHeader ? "header" : "first row")} that cannot be read: {_malformed}", file, line: 1);
        if (_headers.Length == 0)
            throw new CsvException($"is empty: expected {(HasHeader ? "a header and " : "")}a row for each {what}.", file);
        _columns = start(_headers);
    }

    private void Append(CsvReader reader)
    {
        Count++;
        if (_malformed is not null)
            throw At(reader, _malformed);
        if (reader.FieldCount != _headers.Length)
            throw At(reader, DescribeFieldCount(reader.FieldCount, _headers.Length));
        foreach (var column in _columns)
        {
            if (column.Append(reader) is { } problem)
                throw At(reader, problem, column.Field);
        }
    }

    private void RequireRows()
    {
        if (Count == 0)
            throw new CsvException("has a header but no rows.", file);
    }

    private CsvException At(CsvReader reader, string problem) => new(problem, file, Count, (int)reader.LineNumber);

    private CsvException At(CsvReader reader, string problem, int field)
    {
        var text = reader.GetSpan(field);
        if (!Utf8.IsValid(text))
            problem = $"holds bytes that are not UTF-8. Name the file's encoding by {nameof(CsvOptions)}.{nameof(CsvOptions.Encoding)}, such as Encoding.Latin1, or convert the file.";
        return new(problem, file, Count, (int)reader.LineNumber, _headers[field], text.IsEmpty ? null : Excerpt.FromUtf8(text));
    }

    private string DescribeFieldCount(int count, int expected) => count < expected
        ? $"{count} fields, but {First} has {expected}. Complete the row; a missing value is an empty field."
        : $"{count} fields, but {First} has {expected}. Put a field that holds {(options.Separator == ',' ? "a comma" : $"'{Excerpt.From(options.Separator.ToString())}'")} into double quotes.";

    private bool HasHeader => options.HasHeader != false;

    private string First => HasHeader ? "the header" : "the first row";

    private static string? Describe(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "a double quote opens a field and nothing closes it.",
        CsvMalformedReason.TextAfterClosingQuote => "text follows the closing quote of a field. Double the quotes inside a quoted field.",
        _ => null,
    };
}
