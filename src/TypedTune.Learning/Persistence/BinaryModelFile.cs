using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace TypedTune.Learning;

/// <summary>The binary format; see <see cref="PersistentModels"/>.</summary>
internal static class BinaryModelFile
{
    private const byte Format = (byte)'2';
    private const int MaxManifest = 1 << 28;

    private static ReadOnlySpan<byte> Magic => "TYPTUNE"u8;

    /// <summary>Writes a model.</summary>
    public static void Write<TModel>(Stream stream, TModel model)
        where TModel : IPersistentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(model);
        var body = new ArrayBufferWriter<byte>();
        var writer = new ModelWriter(new BinaryModelEncoder(body));
        writer.Model("", model);
        var manifest = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(manifest))
            new ModelManifest(TModel.ModelName, TModel.ModelVersion, LibraryVersion.Text, writer.Columns).Write(json);

        if (manifest.WrittenCount > MaxManifest)
            throw new NotSupportedException($"The model's columns take {manifest.WrittenCount} bytes to name; at most {MaxManifest} can be saved. Give them shorter names.");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> lengths = stackalloc byte[sizeof(int) + sizeof(long)];
        BinaryPrimitives.WriteInt32LittleEndian(lengths, manifest.WrittenCount);
        BinaryPrimitives.WriteInt64LittleEndian(lengths[sizeof(int)..], body.WrittenCount);
        Put([.. Magic, Format]);
        Put(lengths[..sizeof(int)]);
        Put(manifest.WrittenSpan);
        Put(lengths[sizeof(int)..]);
        Put(body.WrittenSpan);
        stream.Write(hash.GetHashAndReset());

        void Put(ReadOnlySpan<byte> bytes)
        {
            hash.AppendData(bytes);
            stream.Write(bytes);
        }
    }

    /// <summary>Reads a model up to its values.</summary>
    /// <param name="stream">Behind the first byte.</param>
    /// <param name="first">The first byte.</param>
    /// <exception cref="ModelFileException">There is no model, or it is damaged.</exception>
    public static (IModelDecoder Decoder, ModelManifest Manifest, Action End) Open(Stream stream, byte first)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([first]);
        RequireFormat(first);
        int manifestLength = BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));
        if (manifestLength is < 0 or > MaxManifest)
            throw ModelFileException.Damaged(string.Create(CultureInfo.InvariantCulture, $"its manifest is {manifestLength} bytes long"));
        byte[] manifest = Take(manifestLength);
        byte[] body = Take(BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long))));
        byte[] expected = hash.GetHashAndReset();
        if (!Take(expected.Length).AsSpan().SequenceEqual(expected))
            throw ModelFileException.Damaged("its checksum is not that of its content");
        try
        {
            using var json = JsonDocument.Parse(manifest);
            var decoder = new BinaryModelDecoder(body);
            return (decoder, ModelManifest.Read(json.RootElement), decoder.RequireEnd);
        }
        catch (JsonException)
        {
            throw ModelFileException.Damaged("its manifest is no JSON");
        }

        byte[] Take(long length)
        {
            byte[] bytes = ReadExactly(stream, length);
            hash.AppendData(bytes);
            return bytes;
        }

        void RequireFormat(byte first)
        {
            var rest = Magic[1..];
            var read = new byte[rest.Length];
            int count = first == Magic[0] ? stream.ReadAtLeast(read, read.Length, throwOnEndOfStream: false) : 0;
            if (count < rest.Length && first == Magic[0] && rest.StartsWith(read.AsSpan(0, count)))
                throw CutOff(rest.Length - count);
            if (!read.AsSpan().SequenceEqual(rest))
                throw new ModelFileException(ModelFileProblem.Foreign, "This is no model of TypedTune: it begins neither with TYPTUNE nor with {. Was it saved by another program?");
            hash.AppendData(read);
            byte format = Take(1)[0];
            if (format > Format)
                throw new ModelFileException(ModelFileProblem.Newer, $"The model is in format {(char)format}, but only format {(char)Format} is known here: it was saved by a newer version of TypedTune.Learning. Update the package.");
            if (format < Format)
                throw new ModelFileException(ModelFileProblem.Older, $"The model is in format {(char)format}, which is not read any more. Fit it again.");
        }
    }

    // Piece by piece: a file that claims to be long costs no more than it holds.
    private static byte[] ReadExactly(Stream stream, long length)
    {
        const int Piece = 1 << 20;
        if (length < 0 || length > Array.MaxLength)
            throw ModelFileException.Damaged(string.Create(CultureInfo.InvariantCulture, $"a part of it is {length} bytes long"));
        var bytes = new byte[Math.Min(length, Piece)];
        int read = 0;
        while (read < length)
        {
            if (read == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(length, 2L * bytes.Length));
            int now = stream.Read(bytes, read, bytes.Length - read);
            if (now == 0)
                throw CutOff(length - read);
            read += now;
        }

        return bytes;
    }

    private static ModelFileException CutOff(long missing) =>
        new(ModelFileProblem.Truncated, string.Create(CultureInfo.InvariantCulture, $"The model is cut off: {missing} bytes are missing at least. Copy the whole file again."));
}
