namespace TypedTune.Learning;

/// <summary>A stream whose first bytes were read already: gives these, then the rest.</summary>
/// <param name="head">The first bytes.</param>
/// <param name="rest">What follows them.</param>
/// <param name="leaveOpen">Whether the rest stays open.</param>
internal sealed class PeekedStream(byte[] head, Stream rest, bool leaveOpen) : ReadOnlyStream
{
    private int _given;

    public override int Read(Span<byte> buffer)
    {
        int count = GiveHead(buffer);
        return count > 0 ? count : rest.Read(buffer);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = GiveHead(buffer.Span);
        return count > 0 ? new(count) : rest.ReadAsync(buffer, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
            rest.Dispose();
        base.Dispose(disposing);
    }

    public override async ValueTask DisposeAsync()
    {
        if (!leaveOpen)
            await rest.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private int GiveHead(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, head.Length - _given);
        head.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }
}
