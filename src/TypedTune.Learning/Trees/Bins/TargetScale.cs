using System.Runtime.CompilerServices;

namespace TypedTune.Learning;

/// <summary>How a node's targets are put into single precision. See <see cref="NodeSummary.Scale"/>.</summary>
/// <param name="Mean">What is subtracted.</param>
/// <param name="Factor">What the difference is multiplied with.</param>
internal readonly record struct TargetScale(double Mean, double Factor) : IRowValue
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Apply(in RecordLayout layout, ref byte record, float weight) => (float)((layout.Target(ref record) - Mean) * Factor) * weight;
}
