using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Gathers what a small node's search needs from its records.</summary>
internal static class LaneGather
{
    /// <summary>How many features are compared at once.</summary>
    public const int Lanes = 8;

    /// <summary>Up to so many features are compared several cuts at a time.</summary>
    public const int Four = 4;

    /// <summary>Gathers the rows' values and weights.</summary>
    /// <typeparam name="TValue">The row's value.</typeparam>
    /// <param name="records">The node's records.</param>
    /// <param name="layout">How they lie.</param>
    /// <param name="value">The row's value.</param>
    /// <param name="sums">For each row, receives its value times its weight.</param>
    /// <param name="weights">For each row, receives its weight.</param>
    public static void Gather<TValue>(ReadOnlySpan<byte> records, in RecordLayout layout, in TValue value, Span<float> sums, Span<float> weights)
        where TValue : struct, IRowValue
    {
        ref byte record = ref MemoryMarshal.GetReference(records);
        for (int i = 0; i < sums.Length; i++)
        {
            float weight = layout.Weight(ref record);
            weights[i] = weight;
            sums[i] = value.Apply(layout, ref record, weight);
            record = ref Unsafe.Add(ref record, layout.Stride);
        }
    }

    /// <summary>Gathers the codes one by one: for any width, and the reference for vectorised gathering.</summary>
    /// <inheritdoc cref="ICodes.Gather" path="/param"/>
    /// <typeparam name="TCodes">The width of codes.</typeparam>
    public static void Gather<TCodes>(ReadOnlySpan<byte> records, in RecordLayout layout, ReadOnlySpan<int> features, Span<Vector256<int>> lanes)
        where TCodes : struct, ICodes
    {
        ref byte record = ref MemoryMarshal.GetReference(records);
        nint f0 = features[0];
        nint f1 = Repeated(features, 1), f2 = Repeated(features, 2), f3 = Repeated(features, 3), f4 = Repeated(features, 4);
        nint f5 = Repeated(features, 5), f6 = Repeated(features, 6), f7 = Repeated(features, 7);
        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = Vector256.Create(
                TCodes.Load(ref record, f0), TCodes.Load(ref record, f1), TCodes.Load(ref record, f2), TCodes.Load(ref record, f3),
                TCodes.Load(ref record, f4), TCodes.Load(ref record, f5), TCodes.Load(ref record, f6), TCodes.Load(ref record, f7));
            record = ref Unsafe.Add(ref record, layout.Stride);
        }
    }

    /// <summary>The codes of up to eight features of one record, one a lane; further lanes repeat the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Load<TCodes>(ref byte record, ReadOnlySpan<int> features)
        where TCodes : struct, ICodes => Vector256.Create(
            TCodes.Load(ref record, features[0]), TCodes.Load(ref record, Lane(features, 1)), TCodes.Load(ref record, Lane(features, 2)), TCodes.Load(ref record, Lane(features, 3)),
            TCodes.Load(ref record, Lane(features, 4)), TCodes.Load(ref record, Lane(features, 5)), TCodes.Load(ref record, Lane(features, 6)), TCodes.Load(ref record, Lane(features, 7)));

    /// <summary>The feature of a lane: up to four are held twice, in either half; other lanes past the features repeat the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Repeated(ReadOnlySpan<int> features, int lane) => Lane(features, features.Length <= Four ? lane % Four : lane);

    private static int Lane(ReadOnlySpan<int> features, int lane) => lane < features.Length ? features[lane] : features[0];
}
