namespace TypedTune.Learning;

/// <summary>A fitted model that can be saved and loaded: bit for bit the same, in another process too.</summary>
/// <remarks>
/// <para>The binary format is little-endian: the eight characters <c>TYPTUNE1</c>; the length of the header (4 bytes) and the header, which
/// is JSON in UTF-8 (kind of model, version, configuration, features, classes, number of trees); the length of the body (8 bytes)
/// and the body; the SHA-256 of all before (32 bytes). In the body, tree after tree, numbers of variable length hold seven bits
/// a byte, the lowest first, the highest bit set in all but the last byte.</para>
/// <para>JSON holds the same header with the trees in it.</para>
/// <para>Either refuses a version that it does not know, a damaged or foreign file, with <see cref="InvalidDataException"/>; nothing is
/// allocated on the word of a file alone.</para>
/// </remarks>
/// <typeparam name="TSelf">The model.</typeparam>
public interface IPersistentModel<TSelf>
    where TSelf : IPersistentModel<TSelf>
{
    /// <summary>Writes the model in the binary format.</summary>
    /// <param name="stream">The stream that is written to; left open.</param>
    void Save(Stream stream);

    /// <summary>Writes the model as JSON.</summary>
    /// <param name="stream">The stream that is written to; left open.</param>
    void SaveJson(Stream stream);

    /// <summary>Reads a model in the binary format.</summary>
    /// <param name="stream">At the model's first byte; left open, behind its last.</param>
    /// <exception cref="InvalidDataException">It holds no such model; the message says what is wrong.</exception>
    static abstract TSelf Load(Stream stream);

    /// <summary>Reads a model from JSON.</summary>
    /// <param name="stream">Read to its end; left open.</param>
    /// <exception cref="InvalidDataException">It holds no such model; the message says what is wrong.</exception>
    static abstract TSelf LoadJson(Stream stream);
}
