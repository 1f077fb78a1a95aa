using System.IO.Compression;

namespace TypedTune.Learning;

/// <summary>What a gzip file holds. A file that ends too early is refused, which <see cref="GZipStream"/> takes for a complete one.</summary>
/// <remarks>
/// Behind the file a second one with a known text is put, which is legal: a complete file gives its own text and then the known one, a cut one swallows some of
/// the second file's bytes and gives anything else. The known text is withheld.
/// </remarks>
internal sealed class GzipInput : ReadOnlyStream
{
    private static readonly byte[] _end = "\u0001end of the compressed text\u0001"u8.ToArray();
    private static readonly byte[] _compressedEnd = Compress(_end);

    private readonly GZipStream _text;

    // The last bytes read, which may be the known text.
    private readonly byte[] _withheld = new byte[64 * 1024 + _end.Length];
    private int _count;
    private bool _isAtEnd;

    public GzipInput(Stream compressed) => _text = new GZipStream(new FollowedStream(compressed, _compressedEnd), CompressionMode.Decompress);

    public override int Read(Span<byte> buffer)
    {
        while (!_isAtEnd && _count <= _end.Length)
            Take(_text.Read(_withheld.AsSpan(_count)));
        return Give(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!_isAtEnd && _count <= _end.Length)
            Take(await _text.ReadAsync(_withheld.AsMemory(_count), cancellationToken).ConfigureAwait(false));
        return Give(buffer.Span);
    }

    /// <summary>Reads what is left, and says what is wrong with it; null where the file is whole.</summary>
    public InvalidDataException? FindDamage()
    {
        try
        {
            byte[] rest = new byte[64 * 1024];
            while (Read(rest) > 0)
            {
            }

            return null;
        }
        catch (InvalidDataException damage)
        {
            return damage;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _text.Dispose();
        base.Dispose(disposing);
    }

    private void Take(int read)
    {
        _count += read;
        if (read > 0)
            return;
        _isAtEnd = true;
        bool isWhole = _withheld.AsSpan(0, _count).SequenceEqual(_end);
        _count = 0;
        if (!isWhole)
            throw new InvalidDataException("it ends too early.");
    }

    private int Give(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, _isAtEnd ? 0 : _count - _end.Length);
        _withheld.AsSpan(0, count).CopyTo(buffer);
        _withheld.AsSpan(count, _count - count).CopyTo(_withheld);
        _count -= count;
        return count;
    }

    private static byte[] Compress(byte[] text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.NoCompression))
            gzip.Write(text);
        return compressed.ToArray();
    }
}
