using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>Scores cuts between classes, eight features at once.</summary>
internal static class ClassScore
{
    /// <summary>Offers a cut a lane: its gain in purity, at least 0, where both sides have weight and rows enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Offer<TImpurity, TRule>(
        ref LaneBest best,
        Vector256<int> bins,
        Vector256<float> left,
        Vector256<float> right,
        Vector256<float> leftTerms,
        Vector256<float> rightTerms,
        float purity,
        Vector256<int> leftRows,
        int count,
        int minRows)
        where TImpurity : struct, IClassImpurity
        where TRule : struct, ILeafRule
    {
        var legal = Vector256.GreaterThan(left, Vector256<float>.Zero) & Vector256.GreaterThan(right, Vector256<float>.Zero);
        if (TRule.CountsRows)
            legal &= LaneBest.AreEnough(leftRows, count, minRows).AsSingle();
        var gain = TImpurity.Side(leftTerms, left) + TImpurity.Side(rightTerms, right) - Vector256.Create(purity);
        best.Offer(Vector256.Max(gain, Vector256<float>.Zero), bins, legal);
    }
}
