using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace TypedTune.Learning;

/// <summary>A checksum of JSON that does not depend on white space.</summary>
internal static class JsonChecksum
{
    private const int BufferSize = 1 << 16;

    /// <summary>Computes the SHA-256 of the tokens before the property <c>checksum</c> of the outermost object, in hexadecimal.</summary>
    /// <param name="json">UTF-8; may end before that property.</param>
    public static string Compute(ReadOnlySpan<byte> json)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        int filled = 0;
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }));
        Span<byte> head = stackalloc byte[1 + sizeof(int)];
        while (reader.Read() && !(reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueSpan.SequenceEqual("checksum"u8)))
        {
            // With its length, so that no two sequences of tokens have the same bytes.
            head[0] = (byte)reader.TokenType;
            BinaryPrimitives.WriteInt32LittleEndian(head[1..], reader.ValueSpan.Length);
            Append(head);
            Append(reader.ValueSpan);
        }

        hash.AppendData(buffer.AsSpan(0, filled));
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(ReadOnlySpan<byte> bytes)
        {
            if (filled + bytes.Length > buffer.Length)
            {
                hash.AppendData(buffer.AsSpan(0, filled));
                filled = 0;
            }

            if (bytes.Length > buffer.Length)
            {
                hash.AppendData(bytes);
                return;
            }

            bytes.CopyTo(buffer.AsSpan(filled));
            filled += bytes.Length;
        }
    }
}
