using Apache.Arrow;
using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;
using TypedTune.Learning;

namespace TypedTune.Arrow;

/// <summary>Reads all record batches of a file or a stream.</summary>
internal static class ArrowInput
{
    /// <summary>The name of a stream in messages.</summary>
    public const string StreamName = "the stream";

    /// <summary>Reads the batches, converts them, and gives their memory back.</summary>
    /// <exception cref="TableException">They cannot be read.</exception>
    public static T Read<T>(Stream stream, string origin, Func<IReadOnlyList<ArrowColumn>, string, T> convert)
    {
        var batches = new List<RecordBatch>();
        var watched = new TailStream(stream);
        try
        {
            using var reader = Open(watched, origin);
            var schema = reader.Schema ?? throw new TableException("is empty: expected the schema of an Arrow file or stream.", origin);
            while (reader.ReadNextRecordBatch() is { } batch)
                batches.Add(batch);
            if (reader is not ArrowFileReader && !watched.EndsInMark)
                throw new TableException("ends without the mark that ends a stream, and is cut off, it seems. Write it to its end.", origin);
            return convert(ArrowColumn.From(schema, batches), origin);
        }
        catch (Exception exception) when (exception is not (TableException or IOException or UnauthorizedAccessException or ObjectDisposedException or NotSupportedException) || exception is InvalidDataException or EndOfStreamException)
        {
            // The library throws what its buffers and tables throw where bytes make no sense.
            throw new TableException($"is damaged, or no Arrow file or stream: {exception.Message}", origin);
        }
        finally
        {
            batches.ForEach(batch => batch.Dispose());
        }
    }

    private static ArrowStreamReader Open(Stream stream, string origin)
    {
        var codecs = new CompressionCodecFactory();
        if (!stream.CanSeek)
            return new ArrowStreamReader(stream, codecs, leaveOpen: true);
        long start = stream.Position;
        byte[] head = new byte[6];
        int count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = start;
        if (count == 0)
            throw new TableException("is empty: expected the schema of an Arrow file or stream.", origin);
        return head.AsSpan().SequenceEqual("ARROW1"u8)
            ? new ArrowFileReader(stream, null, codecs, leaveOpen: true)
            : new ArrowStreamReader(stream, codecs, leaveOpen: true);
    }
}
