namespace TypedTune.Learning;

/// <summary>
/// A fitted object that can be saved and loaded, by itself or as a part of a pipeline: the loaded one predicts the same bits. <see cref="PersistentModels"/> has
/// <c>Save</c> and <c>Load</c> for every type that implements it.
/// </summary>
/// <remarks>
/// <para>Implemented by every fitted estimator and step of the library, by the generator for every fitted pipeline all of whose steps implement it, and by your own
/// fitted types: name the type, write its values in some order, and read them in the same one.</para>
/// <para><see cref="Write"/> and <see cref="Read"/> are best implemented explicitly, since nothing but saving and loading calls them.</para>
/// </remarks>
/// <typeparam name="TSelf">The fitted type.</typeparam>
public interface IPersistentModel<TSelf>
    where TSelf : IPersistentModel<TSelf>
{
    /// <summary>The name by which files know the type. It should stay when the type is renamed.</summary>
    static abstract string ModelName { get; }

    /// <summary>The version of what <see cref="Write"/> writes, from 1, the default. Raise it when that changes; <see cref="ModelReader.Version"/> says what was written.</summary>
    static virtual int ModelVersion => 1;

    /// <summary>Writes all that <see cref="Read"/> needs.</summary>
    /// <param name="writer">The writer that gets the values; not to be kept.</param>
    /// <exception cref="NotSupportedException">A value cannot be written; the message names it.</exception>
    void Write(ModelWriter writer);

    /// <summary>Makes the object from what <see cref="Write"/> wrote, in the same order.</summary>
    /// <param name="reader">The reader that has the values; not to be kept.</param>
    /// <remarks>
    /// The values are those of a file that nobody vouches for: <see cref="ModelReader.Require"/> what the object relies on. An exception of any kind
    /// refuses the file.
    /// </remarks>
    static abstract TSelf Read(ModelReader reader);
}
