namespace TypedTune.Learning;

/// <summary>Saves and loads every <see cref="IPersistentModel{TSelf}"/>: <c>model.Save("housing.model")</c>, <c>HousingModel.Fitted.Load("housing.model")</c>.</summary>
/// <remarks>
/// <para>Two formats hold the same values. The binary one is little-endian: the letters <c>TYPTUNE</c> and the format's number as a digit; the length of the manifest
/// (4 bytes) and the manifest, JSON in UTF-8 (see <see cref="ModelManifest"/>); the length of the body (8 bytes) and the body; the SHA-256 of all before (32 bytes).
/// JSON holds the manifest and the values under their names, and at last a SHA-256 of its tokens: white space may change, nothing else.</para>
/// <para>Loading takes either. A file that is cut off, changed by a single bit, of another program, of a newer version, or of another model or row type is refused by a
/// <see cref="ModelFileException"/> that says which. Nothing is allocated on the word of a file alone. The checksum finds accidents, not attackers, who can compute it: a forged file
/// is refused or gives a model that works, and its predictions are what the forger wants.</para>
/// </remarks>
public static class PersistentModels
{
    extension<TModel>(TModel model)
        where TModel : IPersistentModel<TModel>
    {
        /// <summary>Saves the model to a file, in the binary format; a file of this name is replaced when all is written.</summary>
        /// <param name="path">The file.</param>
        /// <exception cref="NotSupportedException">A value cannot be written; the message names it.</exception>
        /// <exception cref="IOException">The file cannot be written.</exception>
        public void Save(string path) => WholeFile.Write(path, stream => BinaryModelFile.Write(stream, model));

        /// <summary>Writes the model to a stream, in the binary format.</summary>
        /// <param name="stream">The stream that is written to; left open.</param>
        /// <exception cref="NotSupportedException">A value cannot be written; the message names it.</exception>
        public void Save(Stream stream) => BinaryModelFile.Write(stream, model);

        /// <summary>Saves the model to a file, as JSON; a file of this name is replaced when all is written.</summary>
        /// <param name="path">The file.</param>
        /// <exception cref="NotSupportedException">A value cannot be written; the message names it.</exception>
        /// <exception cref="IOException">The file cannot be written.</exception>
        public void SaveJson(string path) => WholeFile.Write(path, stream => JsonModelFile.Write(stream, model));

        /// <summary>Writes the model to a stream, as JSON.</summary>
        /// <param name="stream">The stream that is written to; left open.</param>
        /// <exception cref="NotSupportedException">A value cannot be written; the message names it.</exception>
        public void SaveJson(Stream stream) => JsonModelFile.Write(stream, model);

        /// <summary>Loads a model from a file of either format.</summary>
        /// <param name="path">The file.</param>
        /// <exception cref="ModelFileException">The file holds no such model; the message says what is wrong.</exception>
        /// <exception cref="IOException">The file cannot be read.</exception>
        public static TModel Load(string path)
        {
            using var file = File.OpenRead(path);
            return ModelFile.Read<TModel>(file, path);
        }

        /// <summary>Reads a model from a stream of either format.</summary>
        /// <param name="stream">At the model's first byte; left open, behind its last, or at its end after JSON.</param>
        /// <exception cref="ModelFileException">The stream holds no such model; the message says what is wrong.</exception>
        public static TModel Load(Stream stream) => ModelFile.Read<TModel>(stream, path: null);
    }

    extension(ModelManifest)
    {
        /// <summary>Reads the manifest of a file, after its checksum was compared.</summary>
        /// <param name="path">The file.</param>
        /// <exception cref="ModelFileException">The file holds no model; the message says what is wrong.</exception>
        /// <exception cref="IOException">The file cannot be read.</exception>
        public static ModelManifest Read(string path)
        {
            using var file = File.OpenRead(path);
            return ModelFile.ReadManifest(file, path);
        }

        /// <summary>Reads the manifest of a model in a stream, after its checksum was compared.</summary>
        /// <param name="stream">At the model's first byte; left open, behind its last, or at its end after JSON.</param>
        /// <exception cref="ModelFileException">The stream holds no model; the message says what is wrong.</exception>
        public static ModelManifest Read(Stream stream) => ModelFile.ReadManifest(stream, path: null);
    }
}
