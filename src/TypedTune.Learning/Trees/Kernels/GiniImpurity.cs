using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Gini's impurity: the chance that two rows of a side, drawn by weight, are of different classes.</summary>
internal readonly struct GiniImpurity : IClassImpurity
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Term(Vector256<float> weight) => weight * weight;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Side(Vector256<float> terms, Vector256<float> weight) => terms / weight;

    /// <inheritdoc/>
    public static double Term(double weight) => weight * weight;

    /// <inheritdoc/>
    public static double Side(double terms, double weight) => terms / weight;
}
