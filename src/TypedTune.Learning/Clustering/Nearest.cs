using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>The nearest of the centers offered so far to each of eight rows.</summary>
internal ref struct Nearest
{
    private Vector512<double> _distances = Vector512.Create(double.PositiveInfinity);
    private Vector512<long> _labels;

    // Not inlined, its vectors would stay in memory: half of the speed in a native build.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Nearest()
    {
    }

    /// <summary>Takes the squared distances to a center; to be called in the order of the centers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Offer(Vector512<double> distances, long label)
    {
        var center = Vector512.Create(label);

        // The comparison stands where it is used: then it is a mask, and not made a vector first; of halves, it chooses in one instruction.
        _labels = Vector512.IsHardwareAccelerated
            ? Vector512.ConditionalSelect(Vector512.LessThan(distances, _distances).AsInt64(), center, _labels)
            : Vector512.Create(
                Vector256.ConditionalSelect(Vector256.LessThan(distances.GetLower(), _distances.GetLower()).AsInt64(), center.GetLower(), _labels.GetLower()),
                Vector256.ConditionalSelect(Vector256.LessThan(distances.GetUpper(), _distances.GetUpper()).AsInt64(), center.GetLower(), _labels.GetUpper()));

        // Distances of finite numbers are never not-a-number, which is what the native minimum gets wrong.
        _distances = Vector512.MinNative(distances, _distances);
    }

    /// <summary>Writes labels and squared distances, and returns where a label differs from the one before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector256<int> Store(Span<int> labels, Span<double> distances, int row)
    {
        _distances.StoreUnsafe(ref MemoryMarshal.GetReference(distances), (nuint)row);
        ref int label = ref MemoryMarshal.GetReference(labels);
        var before = Vector256.LoadUnsafe(ref label, (nuint)row);
        var after = Vector256.Narrow(_labels.GetLower(), _labels.GetUpper());
        after.StoreUnsafe(ref label, (nuint)row);
        return before ^ after;
    }
}
