using System.Runtime.CompilerServices;

namespace TypedTune.Learning;

/// <summary>
/// One class of the two in a node, as 1 and the other as 0, less its share: Gini's impurity of two classes is twice the
/// squared error of that.
/// </summary>
/// <param name="Class">The class that counts as 1.</param>
/// <param name="Share">Its share of the node's weight.</param>
internal readonly record struct ClassShare(int Class, float Share) : IRowValue
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Apply(in RecordLayout layout, ref byte record, float weight) => ((layout.Class(ref record) == Class ? 1f : 0f) - Share) * weight;
}
