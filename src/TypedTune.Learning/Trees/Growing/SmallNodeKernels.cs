using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedTune.Learning;

/// <summary>Reads records of one-byte codes for <see cref="SmallNodes"/>.</summary>
internal static class SmallNodeKernels
{
    /// <summary>The most columns that are looked at.</summary>
    public const int MostColumns = CodeShuffle.MostColumns;

    /// <summary>Summarises nodes one after the other: as <see cref="NodeSummary.Of(ReadOnlySpan{byte}, in RecordLayout, int, NodeRanges)"/> each of them.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="order">In which order they are read.</param>
    /// <param name="evenRecords">The records of even depths.</param>
    /// <param name="oddRecords">The records of odd depths.</param>
    /// <param name="layout">How they lie.</param>
    /// <param name="summaries">Receives a summary a node.</param>
    /// <param name="varying">Receives for each node a bit a column, set if the column varies.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Read(ReadOnlySpan<PendingNode> nodes, ReadOnlySpan<int> order, byte[] evenRecords, byte[] oddRecords, in RecordLayout layout, Span<NodeSummary> summaries, Span<ulong> varying)
    {
        nint target = layout.TargetOffset;
        nint weightAt = layout.WeightOffset;
        nint stride = layout.Stride;
        nuint second = NodeSummary.SecondWord(layout);
        ref byte even = ref MemoryMarshal.GetArrayDataReference(evenRecords);
        ref byte odd = ref MemoryMarshal.GetArrayDataReference(oddRecords);
        foreach (int n in order)
        {
            ref readonly var node = ref nodes[n];
            ref byte record = ref Unsafe.Add(ref (node.Depth & 1) == 0 ? ref even : ref odd, node.Start * stride);
            summaries[n] = NodeSummary.Of(ref record, stride, target, weightAt, node.Count, second, out var low, out var high);
            varying[n] = VaryingColumns.Bits(low, high, layout.Columns);
        }
    }

    /// <summary>The columns in which two records differ.</summary>
    /// <param name="first">A record.</param>
    /// <param name="second">Another one.</param>
    /// <param name="layout">How they lie.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Varying(ref byte first, ref byte second, in RecordLayout layout) =>
        VaryingColumns.Bits(Vector256.LoadUnsafe(ref first) ^ Vector256.LoadUnsafe(ref second), Vector256.LoadUnsafe(ref first, 32) ^ Vector256.LoadUnsafe(ref second, 32), layout.Columns);

    /// <summary>Gathers what a search of up to eight features takes: <see cref="LaneGather"/> and <see cref="ByteCodes.Gather"/> in one.</summary>
    /// <param name="records">The node's records, followed by at least <see cref="RecordLayout.Slack"/> bytes.</param>
    /// <param name="layout">How they lie.</param>
    /// <param name="value">The row's value.</param>
    /// <param name="features">The features in the lanes.</param>
    /// <param name="sums">For each row, receives its value times its weight.</param>
    /// <param name="weights">For each row, receives its weight.</param>
    /// <param name="lanes">For each row, receives the codes of the features.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Gather(ReadOnlySpan<byte> records, in RecordLayout layout, in TargetScale value, ReadOnlySpan<int> features, Span<float> sums, Span<float> weights, Span<Vector256<int>> lanes)
    {
        var chosen = Avx512Vbmi.IsSupported ? Vector512.CreateScalarUnsafe(CodeShuffle.Pack(features)).AsByte() : default;
        var shuffle = Avx512Vbmi.IsSupported ? default : new CodeShuffle(features, layout.Columns);
        nint target = layout.TargetOffset;
        nint weightAt = layout.WeightOffset;
        nint stride = layout.Stride;
        double mean = value.Mean, factor = value.Factor;
        ref float sum = ref MemoryMarshal.GetReference(sums);
        ref float weight = ref MemoryMarshal.GetReference(weights);
        ref var lane = ref MemoryMarshal.GetReference(lanes);
        ref byte record = ref MemoryMarshal.GetReference(records);
        for (nint i = 0; i < sums.Length; i++)
        {
            float w = Unsafe.ReadUnaligned<float>(ref Unsafe.Add(ref record, weightAt));
            Unsafe.Add(ref weight, i) = w;
            Unsafe.Add(ref sum, i) = (float)((Unsafe.ReadUnaligned<double>(ref Unsafe.Add(ref record, target)) - mean) * factor) * w;
            Unsafe.Add(ref lane, i) = Avx512Vbmi.IsSupported
                ? Avx2.ConvertToVector256Int32(Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref record), chosen).GetLower().GetLower())
                : shuffle.Take(ref record);
            record = ref Unsafe.Add(ref record, stride);
        }
    }
}
