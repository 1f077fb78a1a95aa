using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary><see cref="LaneBest"/> of several cuts at a time: two of eight features side by side, or four of four features.</summary>
internal struct WideLaneBest
{
    /// <summary>Up to so many features are compared four cuts at a time.</summary>
    public const int Four = 4;

    private Vector512<float> _scores;
    private Vector512<int> _places;

    /// <summary>The places of the first two cuts, one after the other.</summary>
    public static Vector512<int> TwoPlaces => Vector512.Create(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);

    /// <summary>The places of the first four cuts.</summary>
    public static Vector512<int> FourPlaces => Vector512.Create(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);

    /// <summary>Nothing found yet.</summary>
    public static WideLaneBest None
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _scores = Vector512.Create(-1f), _places = Vector512<int>.Zero };
    }

    /// <summary>Takes a score in every lane where it is legal and better; of equal ones the first stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Offer(Vector512<float> scores, Vector512<int> places, Vector512<float> legal)
    {
        var open = Vector512.ConditionalSelect(legal, scores, Vector512.Create(-1f));
        var better = Vector512.GreaterThan(open, _scores);
        _scores = Vector512.MaxNative(open, _scores);
        _places = Vector512.ConditionalSelect(better.AsInt32(), places, _places);
    }

    /// <summary>The better of both halves; of equal ones that at the lower place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly LaneBest Fold() => new LaneBest(_scores.GetLower(), _places.GetLower()).Better(new LaneBest(_scores.GetUpper(), _places.GetUpper()));
}
