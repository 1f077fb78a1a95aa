using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>The best cut so far of each of eight features, one a lane.</summary>
internal struct LaneBest(Vector256<float> scores, Vector256<int> bins)
{
    private Vector256<float> _scores = scores;
    private Vector256<int> _bins = bins;

    /// <summary>The places of the first two cuts of four features, one after the other.</summary>
    public static Vector256<int> TwoPlaces => Vector256.Create(0, 0, 0, 0, 1, 1, 1, 1);

    /// <summary>No cut yet, in any lane.</summary>
    public static LaneBest None
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256.Create(-1f), Vector256<int>.Zero);
    }

    /// <summary>Takes a cut in every lane where it is better and parts the node's weight in two; of equal ones the first stays.</summary>
    /// <param name="sum">The weighted sum on the left.</param>
    /// <param name="weight">The weight on the left.</param>
    /// <param name="whole">The node's weight.</param>
    /// <param name="bins">Where the cuts are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Offer(Vector256<float> sum, Vector256<float> weight, Vector256<float> whole, Vector256<int> bins)
    {
        var balance = weight * (whole - weight);
        Take(Vector256.ConditionalSelect(Vector256.GreaterThan(balance, Vector256<float>.Zero), sum * sum / balance, Vector256.Create(-1f)), bins);
    }

    /// <summary>Takes a cut in every lane where it is better and legal.</summary>
    /// <param name="sum">The weighted sum on the left.</param>
    /// <param name="weight">The weight on the left.</param>
    /// <param name="whole">The node's weight.</param>
    /// <param name="bins">Where the cuts are.</param>
    /// <param name="legal">All bits of those lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Offer(Vector256<float> sum, Vector256<float> weight, Vector256<float> whole, Vector256<int> bins, Vector256<int> legal)
    {
        var balance = weight * (whole - weight);
        Offer(sum * sum / balance, bins, Vector256.GreaterThan(balance, Vector256<float>.Zero) & legal.AsSingle());
    }

    /// <summary>Takes a score in every lane where it is legal and better; of equal ones the first stays.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="bins">Where the cuts are.</param>
    /// <param name="legal">All bits of the lanes where a cut is legal.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Offer(Vector256<float> scores, Vector256<int> bins, Vector256<float> legal) =>
        Take(Vector256.ConditionalSelect(legal, scores, Vector256.Create(-1f)), bins);

    /// <summary>All bits of the lanes in which both sides of a cut have rows enough.</summary>
    /// <param name="rows">The rows on one side.</param>
    /// <param name="count">The node's.</param>
    /// <param name="minRows">The least on each side.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> AreEnough(Vector256<int> rows, int count, int minRows) =>
        Vector256.GreaterThanOrEqual(rows, Vector256.Create(minRows)) & Vector256.LessThanOrEqual(rows, Vector256.Create(count - minRows));

    // Each comparison stands where it is used: then it chooses in one instruction.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take(Vector256<float> scores, Vector256<int> bins)
    {
        _bins = Vector256.ConditionalSelect(Vector256.GreaterThan(scores, _scores).AsInt32(), bins, _bins);
        _scores = Vector256.MaxNative(scores, _scores);
    }

    /// <summary>The better of two in each lane; of equal ones that at the lower bin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly LaneBest Better(LaneBest other)
    {
        var better = Vector256.GreaterThan(other._scores, _scores) | (Vector256.Equals(other._scores, _scores) & Vector256.LessThan(other._bins, _bins).AsSingle());
        return new LaneBest(Vector256.ConditionalSelect(better, other._scores, _scores), Vector256.ConditionalSelect(better.AsInt32(), other._bins, _bins));
    }

    /// <summary>The best cuts in another order of lanes.</summary>
    /// <param name="lanes">For each lane, which one it becomes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly LaneBest Shuffled(Vector256<int> lanes) => new(Vector256.ShuffleNative(_scores, lanes), Vector256.ShuffleNative(_bins, lanes));

    /// <summary>Of four features in both halves, the better of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly LaneBest FoldHalves() =>
        Better(new LaneBest(Vector256.Create(_scores.GetUpper(), _scores.GetUpper()), Vector256.Create(_bins.GetUpper(), _bins.GetUpper())));

    /// <summary>The best of all lanes; of equal ones the first lane.</summary>
    /// <param name="features">The features in the lanes; lanes past them repeat some, or are empty.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly FeatureCut Best(ReadOnlySpan<int> features) => Best(features, out _);

    /// <summary>The best cut of all lanes, with its lane.</summary>
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
