using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary><see cref="LaneBest"/> of several cuts at a time: two of eight features side by side, or four of four features.</summary>
internal struct WideLaneBest
{
    private Vector512<float> _scores;
    private Vector512<int> _places;

    /// <summary>The places of the first two cuts, one after the other.</summary>
    public static Vector512<int> TwoPlaces => Vector512.Create(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);

    /// <summary>The places of the first four cuts.</summary>
    public static Vector512<int> FourPlaces => Vector512.Create(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);

    /// <summary>No cut yet, in any lane.</summary>
    public static WideLaneBest None
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _scores = Vector512.Create(-1f), _places = Vector512<int>.Zero };
    }

    /// <summary>Takes a cut in every lane where it is better and parts the node's weight in two; of equal ones the first stays.</summary>
    /// <param name="sum">The weighted sum on the left.</param>
    /// <param name="weight">The weight on the left.</param>
    /// <param name="whole">The node's weight.</param>
    /// <param name="places">Where the cuts are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Offer(Vector512<float> sum, Vector512<float> weight, Vector512<float> whole, Vector512<int> places)
    {
        // Each comparison stands where it is used: then it masks what is computed, and is not made a vector first.
        var balance = weight * (whole - weight);
        Take(Vector512.ConditionalSelect(Vector512.GreaterThan(balance, Vector512<float>.Zero), sum * sum / balance, Vector512.Create(-1f)), places);
    }

    /// <summary>Takes a cut in every lane where it is better and legal.</summary>
    /// <param name="sum">The weighted sum on the left.</param>
    /// <param name="weight">The weight on the left.</param>
    /// <param name="whole">The node's weight.</param>
    /// <param name="places">Where the cuts are.</param>
    /// <param name="legal">All bits of those lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Offer(Vector512<float> sum, Vector512<float> weight, Vector512<float> whole, Vector512<int> places, Vector512<int> legal)
    {
        var balance = weight * (whole - weight);
        Take(Vector512.ConditionalSelect(Vector512.GreaterThan(balance, Vector512<float>.Zero) & legal.AsSingle(), sum * sum / balance, Vector512.Create(-1f)), places);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take(Vector512<float> scores, Vector512<int> places)
    {
        _places = Vector512.ConditionalSelect(Vector512.GreaterThan(scores, _scores).AsInt32(), places, _places);
        _scores = Vector512.MaxNative(scores, _scores);
    }

    /// <summary>The better of both halves; of equal ones that at the lower place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly LaneBest Fold() => new LaneBest(_scores.GetLower(), _places.GetLower()).Better(new LaneBest(_scores.GetUpper(), _places.GetUpper()));
}
