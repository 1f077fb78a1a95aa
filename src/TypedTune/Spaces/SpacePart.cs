using System.ComponentModel;

namespace TypedTune;

/// <summary>What generated spaces have in common: completion after one lists its hyperparameters and parts, not what every object has.</summary>
public abstract class SpacePart
{
    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override bool Equals(object? obj) => base.Equals(obj);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public sealed override int GetHashCode() => base.GetHashCode();
}
