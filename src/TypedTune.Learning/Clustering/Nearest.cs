using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>The nearest of the centers offered so far to each of eight rows, in two vectors of four.</summary>
internal ref struct Nearest
{
    private Vector256<double> _low = Vector256.Create(double.PositiveInfinity);
    private Vector256<double> _high = Vector256.Create(double.PositiveInfinity);
    private Vector256<long> _lowLabels;
    private Vector256<long> _highLabels;
    private Vector256<long> _center;

    // Not inlined, its vectors would stay in memory: half of the speed in a native build.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Nearest()
    {
    }

    /// <summary>Takes the squared distances to the next center.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Offer(Vector256<double> low, Vector256<double> high)
    {
        var lower = Vector256.LessThan(low, _low);
        var higher = Vector256.LessThan(high, _high);

        // Distances of finite numbers are never not-a-number, which is what the native minimum gets wrong.
        _low = Vector256.MinNative(low, _low);
        _high = Vector256.MinNative(high, _high);
        _lowLabels = Vector256.ConditionalSelect(lower.AsInt64(), _center, _lowLabels);
        _highLabels = Vector256.ConditionalSelect(higher.AsInt64(), _center, _highLabels);
        _center += Vector256<long>.One;
    }

    /// <summary>Writes labels and squared distances, and returns where a label differs from the one before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector256<int> Store(Span<int> labels, Span<double> distances, int row)
    {
        ref double to = ref MemoryMarshal.GetReference(distances);
        _low.StoreUnsafe(ref to, (nuint)row);
        _high.StoreUnsafe(ref to, (nuint)row + 4);
        ref int label = ref MemoryMarshal.GetReference(labels);
        var before = Vector256.LoadUnsafe(ref label, (nuint)row);
        var after = Vector256.Narrow(_lowLabels, _highLabels);
        after.StoreUnsafe(ref label, (nuint)row);
        return before ^ after;
    }
}
