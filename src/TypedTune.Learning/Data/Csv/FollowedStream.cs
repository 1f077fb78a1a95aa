namespace TypedTune.Learning;

/// <summary>A stream, and a few bytes behind it.</summary>
/// <param name="stream">The stream, which is closed with this one.</param>
/// <param name="tail">What follows it.</param>
internal sealed class FollowedStream(Stream stream, byte[] tail) : ReadOnlyStream
{
    private int _given;

    public override int Read(Span<byte> buffer)
    {
        int count = _given == 0 ? stream.Read(buffer) : 0;
        return count > 0 ? count : GiveTail(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = _given == 0 ? await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) : 0;
        return count > 0 ? count : GiveTail(buffer.Span);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stream.Dispose();
        base.Dispose(disposing);
    }

    private int GiveTail(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, tail.Length - _given);
        tail.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }
}
