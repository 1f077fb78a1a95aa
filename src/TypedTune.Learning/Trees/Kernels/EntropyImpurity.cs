using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Entropy: how many units of information (of base e) a row's class is worth on a side.</summary>
internal readonly struct EntropyImpurity : IClassImpurity
{
    // x · log x of 0 is 0, which the smallest normal number gives as well.
    private const float Smallest = 1.17549435e-38f;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Term(Vector256<float> weight) => weight * PortableVectors.Log(Vector256.Max(weight, Vector256.Create(Smallest)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Side(Vector256<float> terms, Vector256<float> weight) => terms - Term(weight);

    /// <inheritdoc/>
    public static double Term(double weight) => weight > 0 ? weight * PortableMath.Log(weight) : 0;

    /// <inheritdoc/>
    public static double Side(double terms, double weight) => terms - Term(weight);
}
