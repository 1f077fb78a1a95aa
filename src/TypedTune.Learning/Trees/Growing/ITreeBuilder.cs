namespace TypedTune.Learning;

/// <summary>Grows trees; see <see cref="TreeBuilder{TCodes}"/>. Holds the buffers of one thread.</summary>
internal interface ITreeBuilder : IDisposable
{
    /// <summary>Grows a tree.</summary>
    /// <param name="weights">How much each row counts; a row of weight 0 is left out. One weight at least is above 0.</param>
    /// <param name="path">The seed of the root.</param>
    /// <param name="cancellationToken">Looked at every 1,024 nodes.</param>
    void Grow(ReadOnlySpan<float> weights, Seed path, CancellationToken cancellationToken);

    /// <summary>The tree that was grown last; ask once, for this or for <see cref="InPlace"/>.</summary>
    GrownTree Copy();

    /// <summary>The tree that was grown last, in the builder's own arrays: they are longer than it, and only good until the next one grows.</summary>
    GrownTree InPlace();
}
