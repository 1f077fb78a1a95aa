using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>
/// <see cref="PairSearch"/> for three classes and more: the rows lie class by class, so that the weight of each class on the
/// left of a threshold is one run of additions.
/// </summary>
internal static class ClassPairSearch
{
    /// <summary>The most rows for which comparing all pairs is quicker than a histogram of several classes.</summary>
    public const int MaxRows = 64;

    /// <summary>Finds the best cut of up to eight features.</summary>
    /// <typeparam name="TImpurity">What is measured.</typeparam>
    /// <typeparam name="TRule">Whether rows are counted.</typeparam>
    /// <param name="lanes">For each row, the codes of the eight features; class by class.</param>
    /// <param name="weights">For each row, its weight.</param>
    /// <param name="ends">For each class, where its rows end.</param>
    /// <param name="classWeights">For each class, its weight.</param>
    /// <param name="purity">The node's purity.</param>
    /// <param name="features">The features in the lanes, 1 to 8; further lanes repeat the first.</param>
    /// <param name="minRows">The least rows on each side, if the rule counts them.</param>
    public static FeatureCut Find<TImpurity, TRule>(ReadOnlySpan<Vector256<int>> lanes, ReadOnlySpan<float> weights, ReadOnlySpan<int> ends, ReadOnlySpan<float> classWeights, float purity, ReadOnlySpan<int> features, int minRows)
        where TImpurity : struct, IClassImpurity
        where TRule : struct, ILeafRule
    {
        ref var lane = ref MemoryMarshal.GetReference(lanes);
        ref float weight = ref MemoryMarshal.GetReference(weights);
        var best = LaneBest.None;
        for (int j = 0; j < lanes.Length; j++)
        {
            var threshold = Unsafe.Add(ref lane, j);
            Vector256<float> left = default, right = default, leftTerms = default, rightTerms = default;
            Vector256<int> rightRows = default;
            nint i = 0;
            for (int k = 0; k < ends.Length; k++)
            {
                Vector256<float> onLeft = default, onRight = default;
                for (nint end = ends[k]; i < end; i++)
                {
                    var above = Vector256.GreaterThan(Unsafe.Add(ref lane, i), threshold);
                    var rowWeight = Vector256.Create(Unsafe.Add(ref weight, i));
                    onLeft += Vector256.AndNot(rowWeight, above.AsSingle());
                    onRight += rowWeight & above.AsSingle();
                    if (TRule.CountsRows)
                        rightRows -= above;
                }

                left += onLeft;
                right += onRight;
                leftTerms += TImpurity.Term(onLeft);
                rightTerms += TImpurity.Term(onRight);
            }

            ClassScore.Offer<TImpurity, TRule>(ref best, threshold, left, right, leftTerms, rightTerms, purity, Vector256.Create(lanes.Length) - rightRows, lanes.Length, minRows);
        }

        return best.Best(features);
    }

    /// <summary>Finds the best cut one feature and one pair at a time, in double precision: the reference that <see cref="Find"/> is tested against.</summary>
    /// <returns>For each feature and row as threshold, the score; negative where the cut is not legal.</returns>
    public static double[,] ScoreScalar<TImpurity>(ReadOnlySpan<Vector256<int>> lanes, ReadOnlySpan<float> weights, ReadOnlySpan<int> ends, double purity, int features, int minRows)
        where TImpurity : struct, IClassImpurity
    {
        var scores = new double[features, lanes.Length];
        for (int feature = 0; feature < features; feature++)
        {
            for (int j = 0; j < lanes.Length; j++)
            {
                double left = 0, right = 0, leftTerms = 0, rightTerms = 0;
                int leftRows = 0, i = 0;
                foreach (int end in ends)
                {
                    double onLeft = 0, onRight = 0;
                    for (; i < end; i++)
                    {
                        bool isLeft = lanes[i][feature] <= lanes[j][feature];
                        onLeft += isLeft ? weights[i] : 0;
                        onRight += isLeft ? 0 : weights[i];
                        leftRows += isLeft ? 1 : 0;
                    }

                    (left, right) = (left + onLeft, right + onRight);
                    (leftTerms, rightTerms) = (leftTerms + TImpurity.Term(onLeft), rightTerms + TImpurity.Term(onRight));
                }

                bool isLegal = left > 0 && right > 0 && leftRows >= minRows && lanes.Length - leftRows >= minRows;
                scores[feature, j] = isLegal ? Math.Max(0, TImpurity.Side(leftTerms, left) + TImpurity.Side(rightTerms, right) - purity) : -1;
            }
        }

        return scores;
    }
}
