using System.Globalization;
using System.Numerics;
using System.Text;

namespace TypedTune;

/// <summary>Bytes of UTF-8 that a writer appends to; kept between texts, so that writing one allocates nothing once it has grown.</summary>
internal sealed class TextBuffer
{
    private const int FirstSize = 1024;

    private byte[] _bytes = new byte[FirstSize];

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes that were written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>The last byte; 0 if the buffer is empty.</summary>
    public byte Last => Length == 0 ? (byte)0 : _bytes[Length - 1];

    /// <summary>Empties the buffer.</summary>
    public void Clear() => Length = 0;

    public void Add(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    public void Add(ReadOnlySpan<byte> values)
    {
        values.CopyTo(Reserve(values.Length));
        Length += values.Length;
    }

    /// <summary>Appends a number, the same in every culture.</summary>
    public void Add<T>(T value, string? format)
        where T : INumberBase<T>
    {
        int size = 32;
        int written;
        while (!value.TryFormat(Reserve(size), out written, format, CultureInfo.InvariantCulture))
            size *= 2;
        Length += written;
    }

    /// <summary>Appends a JSON string. Quotes, backslashes and control characters are escaped and nothing else, so that no version of Unicode matters.</summary>
    /// <returns>False where the text is no valid UTF-16, of which nothing is appended.</returns>
    public bool TryAddString(ReadOnlySpan<char> text)
    {
        int start = Length;
        Add((byte)'"');
        while (text.Length > 0)
        {
            int plain = text.IndexOfAny(Escapes.All);
            var run = plain < 0 ? text : text[..plain];
            if (!TryAddPlain(run))
            {
                Length = start;
                return false;
            }

            text = text[run.Length..];
            if (text.Length == 0)
                break;
            AddEscaped(text[0]);
            text = text[1..];
        }

        Add((byte)'"');
        return true;
    }

    private bool TryAddPlain(ReadOnlySpan<char> run)
    {
        var target = Reserve(3 * run.Length);
        if (System.Text.Unicode.Utf8.FromUtf16(run, target, out _, out int written, replaceInvalidSequences: false) != System.Buffers.OperationStatus.Done)
            return false;
        Length += written;
        return true;
    }

    private void AddEscaped(char character)
    {
        switch (character)
        {
            case '"' or '\\':
                Add((byte)'\\');
                Add((byte)character);
                break;
            default:
                Add("\\u00"u8);
                Add(Escapes.Hex[character >> 4]);
                Add(Escapes.Hex[character & 15]);
                break;
        }
    }

    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Length + count));
        return _bytes.AsSpan(Length);
    }

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(Written);

    private static class Escapes
    {
        public static readonly System.Buffers.SearchValues<char> All =
            System.Buffers.SearchValues.Create("\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

        public static ReadOnlySpan<byte> Hex => "0123456789abcdef"u8;
    }
}
