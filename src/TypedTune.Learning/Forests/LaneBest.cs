using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>The best cut so far of each of eight features, one a lane.</summary>
internal struct LaneBest(Vector256<float> scores, Vector256<int> bins)
{
    /// <summary>How many features are compared at once.</summary>
    public const int Lanes = 8;

    private Vector256<float> _scores = scores;
    private Vector256<int> _bins = bins;

    /// <summary>Nothing found yet.</summary>
    public static LaneBest None
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256.Create(-1f), Vector256<int>.Zero);
    }

    /// <summary>Takes a score in every lane where it is legal and better; of equal ones the first stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Offer(Vector256<float> scores, Vector256<int> bins, Vector256<float> legal)
    {
        var open = Vector256.ConditionalSelect(legal, scores, Vector256.Create(-1f));
        var better = Vector256.GreaterThan(open, _scores);
        _scores = Vector256.MaxNative(open, _scores);
        _bins = Vector256.ConditionalSelect(better.AsInt32(), bins, _bins);
    }

    /// <summary>The better of two in each lane; of equal ones that at the lower bin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly LaneBest Better(LaneBest other)
    {
        var better = Vector256.GreaterThan(other._scores, _scores) | (Vector256.Equals(other._scores, _scores) & Vector256.LessThan(other._bins, _bins).AsSingle());
        return new LaneBest(Vector256.ConditionalSelect(better, other._scores, _scores), Vector256.ConditionalSelect(better.AsInt32(), other._bins, _bins));
    }

    /// <summary>Of four features in both halves, the better of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly LaneBest FoldHalves() =>
        Better(new LaneBest(Vector256.Create(_scores.GetUpper(), _scores.GetUpper()), Vector256.Create(_bins.GetUpper(), _bins.GetUpper())));

    /// <summary>The best of all lanes; of equal ones the first lane.</summary>
    /// <param name="features">The features in the lanes; lanes past them repeat some, or are empty.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly FeatureCut Best(ReadOnlySpan<int> features) => Best(features, out _);

    /// <summary>The same, with its lane.</summary>
    /// <param name="features">The features in the lanes; lanes past them repeat some, or are empty.</param>
    /// <param name="lane">Set to the lane of the best; 0 if nothing was found.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly FeatureCut Best(ReadOnlySpan<int> features, out int lane)
    {
        lane = 0;
        var half = Vector128.MaxNative(_scores.GetLower(), _scores.GetUpper());
        half = Vector128.MaxNative(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1)));
        half = Vector128.MaxNative(half, Vector128.Shuffle(half, Vector128.Create(1, 0, 3, 2)));
        float score = half.ToScalar();
        if (!(score >= 0)) // None is legal; or, where weights add up to infinity, none is a number.
            return FeatureCut.None;
        lane = BitOperations.TrailingZeroCount(Vector256.Equals(_scores, Vector256.Create(score)).ExtractMostSignificantBits());
        return new FeatureCut(features[lane], _bins.GetElement(lane), score);
    }
}
