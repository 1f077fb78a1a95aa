using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>
/// Takes the codes of eight columns from a record of up to 64 one-byte codes: a shuffle of each quarter gives those that lie in it, and
/// the other lanes 0. Half of the time of taking them one by one.
/// </summary>
internal readonly struct CodeShuffle
{
    /// <summary>The most columns.</summary>
    public const int MostColumns = 64;

    private readonly Vector128<byte> _first;
    private readonly Vector128<byte> _second;
    private readonly Vector128<byte> _third;
    private readonly Vector128<byte> _fourth;
    private readonly bool _areMany;

    /// <summary>Chooses the columns.</summary>
    /// <param name="features">The features in the lanes, 1 to 8.</param>
    /// <param name="columns">How many columns a record has, at most <see cref="MostColumns"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CodeShuffle(ReadOnlySpan<int> features, int columns)
    {
        var chosen = Vector128.CreateScalarUnsafe(Pack(features)).AsByte();
        _first = Quarter(chosen, 0);
        _second = Quarter(chosen, 16);
        _third = Quarter(chosen, 32);
        _fourth = Quarter(chosen, 48);
        _areMany = columns > 32;
    }

    /// <summary>A byte a lane, repeated as <see cref="LaneGather"/> does.</summary>
    /// <param name="features">The features in the lanes, 1 to 8.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pack(ReadOnlySpan<int> features)
    {
        ulong packed = 0;
        for (int lane = 0; lane < features.Length; lane++)
            packed |= (ulong)features[lane] << (8 * lane);
        if (features.Length == LaneGather.Lanes)
            return packed;
        packed |= (0x0101_0101_0101_0101UL << (8 * features.Length)) * (uint)features[0];
        return features.Length <= LaneGather.Four ? (uint)packed * 0x1_0000_0001UL : packed;
    }

    /// <summary>Takes the codes of a record.</summary>
    /// <param name="record">The record, followed by at least <see cref="RecordLayout.Slack"/> bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Take(ref byte record)
    {
        var codes = Vector128.ShuffleNative(Vector128.LoadUnsafe(ref record), _first) | Vector128.ShuffleNative(Vector128.LoadUnsafe(ref record, 16), _second);
        if (_areMany)
            codes |= Vector128.ShuffleNative(Vector128.LoadUnsafe(ref record, 32), _third) | Vector128.ShuffleNative(Vector128.LoadUnsafe(ref record, 48), _fourth);
        return Vector256.WidenLower(Vector128.WidenLower(codes).ToVector256Unsafe()).AsInt32();
    }

    // Where in a quarter a lane's code lies; outside of it, an index whose highest bit is set, for which a shuffle gives 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Quarter(Vector128<byte> columns, byte start)
    {
        var at = columns - Vector128.Create(start);
        return at | Vector128.GreaterThan(at, Vector128.Create((byte)15));
    }
}
