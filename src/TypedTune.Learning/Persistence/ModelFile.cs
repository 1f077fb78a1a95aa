namespace TypedTune.Learning;

/// <summary>Reads models in either format.</summary>
internal static class ModelFile
{
    private const byte StartOfJson = (byte)'{';

    /// <summary>Reads a model.</summary>
    /// <param name="stream">At its first byte.</param>
    /// <param name="path">The file, for messages; null where there is none.</param>
    /// <exception cref="ModelFileException">There is no such model.</exception>
    public static TModel Read<TModel>(Stream stream, string? path)
        where TModel : IPersistentModel<TModel> => Explained(path, () =>
        {
            var (decoder, manifest, end) = Open(stream);
            var model = new ModelReader(decoder, manifest).Root<TModel>();
            end();
            return model;
        });

    /// <summary>Reads a model's manifest.</summary>
    /// <inheritdoc cref="Read{TModel}"/>
    public static ModelManifest ReadManifest(Stream stream, string? path) => Explained(path, () => Open(stream).Manifest);

    private static (IModelDecoder Decoder, ModelManifest Manifest, Action End) Open(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        int first = stream.ReadByte();
        if (first < 0)
            throw new ModelFileException(ModelFileProblem.Truncated, "There is no model: not a byte is left to read.");
        return first == StartOfJson ? JsonModelFile.Open(stream, StartOfJson) : BinaryModelFile.Open(stream, (byte)first);
    }

    private static T Explained<T>(string? path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ModelFileException exception) when (path is not null)
        {
            throw exception.In(path);
        }
    }
}
