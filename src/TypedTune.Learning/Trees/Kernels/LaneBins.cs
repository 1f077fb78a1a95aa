using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTune.Learning;

/// <summary>
/// How the codes of up to eight features are put into the bins of a histogram. Wide codes are taken from the smallest in
/// the node, in steps of a power of two, such that there are about as many bins as rows: the narrower a node, the finer
/// its bins, down to single codes.
/// </summary>
internal struct LaneBins
{
    /// <summary>How many numbers a bin takes.</summary>
    public const int BinLength = 2 * LaneGather.Lanes;

    /// <summary>How many numbers a bin of up to four features takes.</summary>
    public const int FourLength = 2 * LaneGather.Four;

    private Eight _lows;
    private Eight _shifts;

    /// <summary>How many bins there are at most.</summary>
    public int Count { get; private set; }

    /// <summary>The bins of a node.</summary>
    /// <typeparam name="TCodes">The width of codes.</typeparam>
    /// <param name="ranges">The node's ranges.</param>
    /// <param name="columns">The bins of all columns.</param>
    /// <param name="features">The features in the lanes.</param>
    /// <param name="rows">How many rows the node has.</param>
    /// <param name="most">How many bins at most, a power of two from <see cref="ColumnBins.Max"/> on.</param>
    public static LaneBins Of<TCodes>(NodeRanges ranges, ColumnBins[] columns, ReadOnlySpan<int> features, int rows, int most)
        where TCodes : struct, ICodes
    {
        int digits = BitOperations.Log2((uint)Math.Clamp((int)BitOperations.RoundUpToPowerOf2((uint)rows), ColumnBins.Max, most));
        var bins = default(LaneBins);
        for (int lane = 0; lane < features.Length; lane++)
        {
            int last;
            if (TCodes.AreWide)
            {
                int low = ranges.Lows[features[lane]];
                int range = ranges.Highs[features[lane]] - low;
                int shift = Math.Max(0, BitOperations.Log2((uint)range | 1) + 1 - digits);
                bins._lows[lane] = low;
                bins._shifts[lane] = shift;
                last = range >> shift;
            }
            else
            {
                last = columns[features[lane]].Count - 1;
            }

            bins.Count = Math.Max(bins.Count, last + 1);
        }

        return bins;
    }

    /// <summary>The bin of a code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Bin(int code, int lane) => (code - _lows[lane]) >> _shifts[lane];

    /// <summary>A cut between bins as one between codes.</summary>
    /// <param name="cut">The cut, with the last bin on the left.</param>
    /// <param name="features">The features in the lanes.</param>
    public readonly FeatureCut InCodes(FeatureCut cut, ReadOnlySpan<int> features)
    {
        if (cut.Score < 0)
            return cut;
        int lane = features.IndexOf(cut.Feature);
        return cut with { Code = _lows[lane] + ((cut.Code + 1) << _shifts[lane]) - 1 };
    }

    [InlineArray(LaneGather.Lanes)]
    private struct Eight
    {
        private int _first;
    }
}
