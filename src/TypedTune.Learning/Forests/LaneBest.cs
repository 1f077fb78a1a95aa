using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>The best cut so far of each of eight features, one a lane.</summary>
internal struct LaneBest
{
    /// <summary>How many features are compared at once.</summary>
    public const int Lanes = 8;

    private Vector256<float> _scores;
    private Vector256<int> _bins;

    /// <summary>Nothing found yet.</summary>
    public static LaneBest None => new() { _scores = Vector256.Create(-1f), _bins = Vector256<int>.Zero };

    /// <summary>Takes a score in every lane where it is legal and better; of equal ones the first stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Offer(Vector256<float> scores, Vector256<int> bins, Vector256<float> legal)
    {
        var better = Vector256.GreaterThan(scores, _scores) & legal;
        _scores = Vector256.ConditionalSelect(better, scores, _scores);
        _bins = Vector256.ConditionalSelect(better.AsInt32(), bins, _bins);
    }

    /// <summary>The best of all lanes; of equal ones the first lane.</summary>
    /// <param name="features">The features in the lanes; lanes past them repeat the first.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly FeatureCut Best(ReadOnlySpan<int> features)
    {
        var half = Vector128.Max(_scores.GetLower(), _scores.GetUpper());
        half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1)));
        half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(1, 0, 3, 2)));
        float score = half.ToScalar();
        if (score < 0)
            return FeatureCut.None;
        int lane = BitOperations.TrailingZeroCount(Vector256.Equals(_scores, Vector256.Create(score)).ExtractMostSignificantBits());
        return new FeatureCut(features[lane], _bins.GetElement(lane), score);
    }
}
