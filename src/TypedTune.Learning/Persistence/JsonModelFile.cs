using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace TypedTune.Learning;

/// <summary>The format of JSON; see <see cref="PersistentModels"/>.</summary>
internal static class JsonModelFile
{
    private const int Format = 2;
    private const int MaxDepth = 1000;
    private const string Name = "TypedTune model";

    /// <summary>Writes a model.</summary>
    public static void Write<TModel>(Stream stream, TModel model)
        where TModel : IPersistentModel<TModel>
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(model);
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { MaxDepth = MaxDepth });
        json.WriteStartObject();
        json.WriteString("format", Name);
        json.WriteNumber("formatVersion", Format);
        var writer = new ModelWriter(new JsonModelEncoder(json));
        writer.Model("model", model);
        json.WritePropertyName("manifest");
        new ModelManifest(TModel.ModelName, TModel.ModelVersion, LibraryVersion.Text, writer.Columns).Write(json);
        json.Flush();
        json.WriteString("checksum", JsonChecksum.Compute(bytes.WrittenSpan));
        json.WriteEndObject();
        json.Flush();
        stream.Write(bytes.WrittenSpan);
    }

    /// <summary>Reads a model up to its values.</summary>
    /// <param name="stream">Behind the first byte; read to its end.</param>
    /// <param name="first">The first byte.</param>
    /// <exception cref="ModelFileException">There is no model, or it is damaged.</exception>
    public static (IModelDecoder Decoder, ModelManifest Manifest, Action End) Open(Stream stream, byte first)
    {
        using var all = new MemoryStream();
        all.WriteByte(first);
        stream.CopyTo(all);
        var bytes = all.GetBuffer().AsMemory(0, (int)all.Length);
        try
        {
            return Open(Parse(bytes), bytes.Span);
        }
        catch (InvalidOperationException)
        {
            throw ModelFileException.Damaged("a text in it is no UTF-8");
        }
    }

    private static (IModelDecoder Decoder, ModelManifest Manifest, Action End) Open(JsonElement root, ReadOnlySpan<byte> bytes)
    {
        if (!root.TryGetProperty("format", out var name) || name.ValueKind != JsonValueKind.String || !name.ValueEquals(Name))
            throw new ModelFileException(ModelFileProblem.Foreign, $"This is no model of TypedTune: it is JSON, but its \"format\" is not \"{Name}\".");
        RequireFormat(root);
        if (root.EnumerateObject().Last() is not { Name: "checksum", Value: var checksum } || checksum.ValueKind != JsonValueKind.String || !checksum.ValueEquals(JsonChecksum.Compute(bytes)))
            throw ModelFileException.Damaged("its checksum is not that of its content; it was edited, or some of it is lost");
        if (!root.TryGetProperty("model", out var model) || !root.TryGetProperty("manifest", out var manifest))
            throw ModelFileException.Damaged("it has no model, or no manifest");
        return (new JsonModelDecoder(model), ModelManifest.Read(manifest), static () => { });
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new ModelFileException(ModelFileProblem.Damaged, string.Create(CultureInfo.InvariantCulture, $"This is no model, or one that is cut off or damaged: its JSON is broken{(exception.LineNumber is { } line ? $" in line {line + 1}" : "")}."), exception);
        }
    }

    private static void RequireFormat(JsonElement root)
    {
        if (!root.TryGetProperty("formatVersion", out var property) || property.ValueKind != JsonValueKind.Number || !property.TryGetInt32(out int format))
            throw ModelFileException.Damaged("the version of its format is missing");
        if (format > Format)
            throw new ModelFileException(ModelFileProblem.Newer, string.Create(CultureInfo.InvariantCulture, $"The model is in format {format}, but only format {Format} is known here: it was saved by a newer version of TypedTune.Learning. Update the package."));
        if (format < Format)
            throw new ModelFileException(ModelFileProblem.Older, string.Create(CultureInfo.InvariantCulture, $"The model is in format {format}, which is not read any more. Fit it again."));
    }
}
