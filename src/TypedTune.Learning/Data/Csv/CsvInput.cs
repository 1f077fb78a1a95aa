using System.Text;
using CsvHelper;

namespace TypedTune.Learning;

/// <summary>A stream of text in any encoding, compressed by gzip or not, that is open.</summary>
/// <param name="Reader">Reads the text.</param>
/// <param name="Gzip">What is compressed; null where nothing is.</param>
internal readonly record struct CsvInput(CsvReader Reader, GzipInput? Gzip)
{
    private const int LongestMark = 4;

    /// <summary>Opens a stream, which is closed with the reader unless it is left open.</summary>
    /// <param name="stream">The stream, from where it stands.</param>
    /// <param name="options">Says the encoding, if it is not UTF-8.</param>
    /// <param name="readerOptions">How the text is read.</param>
    /// <param name="leaveOpen">Whether the stream stays open.</param>
    /// <param name="cancellation">Stops the reading of the first bytes.</param>
    public static async ValueTask<CsvInput> OpenAsync(Stream stream, CsvOptions options, CsvReaderOptions readerOptions, bool leaveOpen, CancellationToken? cancellation)
    {
        var (peeked, head) = await PeekAsync(stream, leaveOpen, cancellation).ConfigureAwait(false);
        var gzip = head is [0x1F, 0x8B, ..] ? new GzipInput(peeked) : null;
        if (gzip is not null)
            (peeked, head) = await PeekAsync(gzip, leaveOpen: false, cancellation).ConfigureAwait(false);
        var reader = (options.StrictEncoding ?? Marked(head)) is not { } encoding
            ? CsvReader.Create(peeked, readerOptions, leaveOpen: false)
            : CsvReader.Create(new StreamReader(peeked, CsvOptions.Strict(encoding), detectEncodingFromByteOrderMarks: false), readerOptions, leaveOpen: false);
        return new CsvInput(reader, gzip);
    }

    // Without a token on the caller's thread, so that what comes back is complete.
    private static async ValueTask<(PeekedStream Stream, byte[] Head)> PeekAsync(Stream stream, bool leaveOpen, CancellationToken? cancellation)
    {
        byte[] head = new byte[LongestMark];
        int count = cancellation is { } token
            ? await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, token).ConfigureAwait(false)
            : stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        head = head[..count];
        return (new PeekedStream(head, stream, leaveOpen), head);
    }

    // UTF-32's mark begins as that of UTF-16 does. That of UTF-8 is skipped by the reader.
    private static Encoding? Marked(byte[] head) => head switch
    {
        [0xFF, 0xFE, 0, 0] => Encoding.UTF32,
        [0, 0, 0xFE, 0xFF] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };
}
