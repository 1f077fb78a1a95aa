using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedTune.Learning;

/// <summary>
/// Numbers as codes of four bytes in the same order: rounded up to one in single precision less a bit, and this as a whole number. Where a value's
/// code is above that of a threshold, so is the value, where it is below, so is the value, and where they are equal, that is to be seen from themselves.
/// </summary>
internal static class ValueCodes
{
    // What makes the codes of all numbers positive.
    private const uint Positive = 1u << 31;

    /// <summary>Finds the codes of values, which are even.</summary>
    /// <param name="values">The values, none missing.</param>
    /// <param name="codes">As many.</param>
    public static void Encode(ReadOnlySpan<double> values, Span<uint> codes)
    {
        for (int i = 0; i < values.Length; i++)
            codes[i] = Code(values[i], out _);
    }

    /// <summary>The code of a threshold: odd where no value of the same code is above it, so that it is equal to none.</summary>
    /// <param name="threshold">The threshold.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint OfThreshold(double threshold) => Code(threshold, out bool isGreatest) | (isGreatest ? 1u : 0);

    /// <summary>The codes of four thresholds.</summary>
    /// <param name="thresholds">The thresholds.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> OfThresholds(Vector256<double> thresholds)
    {
        var singles = Avx.ConvertToVector128Single(thresholds);
        var bits = singles.AsInt32();
        var order = Avx2.ConvertToVector256Int64((bits ^ (bits >> 31 & Vector128.Create(int.MaxValue))) - (bits >> 31));
        var rounded = Avx.ConvertToVector256Double(singles);
        var isGreatest = Vector256.Equals(rounded, thresholds).AsInt64() & ~order & Vector256<long>.One;
        order -= Vector256.LessThan(rounded, thresholds).AsInt64();
        return (((order + Vector256.Create(Positive + 1L)) & ~Vector256<long>.One) | isGreatest).AsUInt64();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Code(double value, out bool isGreatest)
    {
        float single = (float)value;
        int bits = BitConverter.SingleToInt32Bits(single);

        // Of a negative number less its size: negative zero is zero.
        int order = (bits ^ (bits >> 31 & int.MaxValue)) - (bits >> 31);
        isGreatest = single == value && (order & 1) == 0;
        order += single < value ? 1 : 0;
        return ((uint)order + Positive + 1) & ~1u;
    }
}
