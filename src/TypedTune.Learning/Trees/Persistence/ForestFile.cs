using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace TypedTune.Learning;

/// <summary>The binary format of trees and forests; see <see cref="IPersistentModel{TSelf}"/>.</summary>
internal static class ForestFile
{
    private const int MaxHeader = 1 << 28;

    private static ReadOnlySpan<byte> Magic => "TYPTUNE1"u8;

    /// <summary>Writes a document.</summary>
    public static void Write(Stream stream, ForestDocument document)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var header = new MemoryStream();
        using (var writer = new Utf8JsonWriter(header))
        {
            writer.WriteStartObject();
            document.WriteHeader(writer);
            writer.WriteEndObject();
        }

        var body = new TreeBytesWriter(document.Classes.Length > 0);
        foreach (var tree in document.Trees)
            body.Write(tree);
        if (document.Leaves is { } leaves)
            body.Write(leaves, document.Trees);
        Span<byte> lengths = stackalloc byte[sizeof(int) + sizeof(long)];
        BinaryPrimitives.WriteInt32LittleEndian(lengths, (int)header.Length);
        BinaryPrimitives.WriteInt64LittleEndian(lengths[sizeof(int)..], body.Written.Length);
        Put(Magic);
        Put(lengths[..sizeof(int)]);
        Put(header.GetBuffer().AsSpan(0, (int)header.Length));
        Put(lengths[sizeof(int)..]);
        Put(body.Written);
        stream.Write(hash.GetHashAndReset());

        void Put(ReadOnlySpan<byte> bytes)
        {
            hash.AppendData(bytes);
            stream.Write(bytes);
        }
    }

    /// <summary>Reads a document.</summary>
    /// <param name="stream">Where from.</param>
    /// <param name="defaults">A configuration of the kind of model that is expected.</param>
    /// <exception cref="InvalidDataException">There is none, or of another kind, or it is damaged.</exception>
    public static ForestDocument Read(Stream stream, TreeConfiguration defaults)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (!Take(Magic.Length).AsSpan().SequenceEqual(Magic))
            throw new InvalidDataException("This is no model: it does not begin with TYPTUNE1. Was it saved as JSON, or by another program?");
        int headerLength = BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));
        if (headerLength is < 0 or > MaxHeader)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The model is damaged: its header is {headerLength} bytes long."));
        byte[] header = Take(headerLength);
        byte[] bodyLength = Take(sizeof(long));
        byte[] body = Take(BinaryPrimitives.ReadInt64LittleEndian(bodyLength));
        byte[] expected = hash.GetHashAndReset();
        if (!Take(expected.Length).AsSpan().SequenceEqual(expected))
            throw new InvalidDataException("The model is damaged: its checksum is not that of its content.");
        try
        {
            using var json = JsonDocument.Parse(header);
            var (document, count) = ForestDocument.ReadHeader(json.RootElement, defaults);
            var reader = new TreeBytesReader(body, document);
            var trees = new List<GrownTree>();
            for (int tree = 0; tree < count; tree++)
                trees.Add(reader.Read());
            document = document with { Trees = [.. trees] };
            if (document.Configuration.KeepsLeafTargets)
                document = document with { Leaves = reader.ReadLeaves(document.Trees) };
            reader.RequireEnd();
            return document;
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The header of the model is damaged: {ExceptionMessage.From(exception)}", exception);
        }

        byte[] Take(long length)
        {
            byte[] bytes = ReadExactly(stream, length);
            hash.AppendData(bytes);
            return bytes;
        }
    }

    // Piece by piece: a file that claims to be long costs no more than it holds.
    private static byte[] ReadExactly(Stream stream, long length)
    {
        const int Piece = 1 << 20;
        if (length < 0 || length > Array.MaxLength)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The model is damaged: a part of it is {length} bytes long."));
        var bytes = new byte[Math.Min(length, Piece)];
        int read = 0;
        while (read < length)
        {
            if (read == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(length, 2L * bytes.Length));
            int now = stream.Read(bytes, read, bytes.Length - read);
            if (now == 0)
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The model is cut off: {length - read} bytes are missing."));
            read += now;
        }

        return bytes;
    }
}
