namespace TypedTune.Learning;

/// <summary>Rows ordered by how probable a label is for them, the most probable first, equal ones together.</summary>
/// <remarks>Sorting is by the bits of the scores, so that neither the order of the rows nor ties matter.</remarks>
internal sealed class RankedScores
{
    private readonly ulong[] _keys;
    private readonly double[]? _hits;
    private readonly double[]? _misses;

    private RankedScores(ulong[] keys, double[]? hits, double[]? misses, double positives, double negatives)
    {
        (_keys, _hits, _misses) = (keys, hits, misses);
        (Positives, Negatives) = (positives, negatives);
    }

    /// <summary>The weight of all rows of the label.</summary>
    public double Positives { get; }

    /// <summary>The weight of all other rows.</summary>
    public double Negatives { get; }

    /// <summary>Orders rows.</summary>
    /// <param name="truth">N codes.</param>
    /// <param name="level">The code of the label.</param>
    /// <param name="scores">N scores, from 0 on, not −0.</param>
    /// <param name="weights">N weights of at least 0.</param>
    public static RankedScores From(ReadOnlySpan<int> truth, int level, ReadOnlySpan<double> scores, ReadOnlySpan<double> weights) =>
        weights.IndexOfAnyExcept(1.0) < 0 ? Count(truth, level, scores) : Sum(truth, level, scores, weights);

    /// <summary>Goes through the distinct scores, descending.</summary>
    public void Visit<TVisitor>(ref TVisitor visitor)
        where TVisitor : struct, IRankVisitor
    {
        ulong[] keys = _keys;
        if (_hits is not null)
        {
            for (int i = 0; i < keys.Length; i++)
                visitor.Visit(Score(keys[i]), _hits[i], _misses![i]);
            return;
        }

        long hits = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            hits += (long)(keys[i] & 1);
            if (i + 1 == keys.Length || keys[i] >> 1 != keys[i + 1] >> 1)
                visitor.Visit(Score(keys[i] >> 1), hits, i + 1 - hits);
        }
    }

    // A score from 0 on leaves its sign's bit free, which moves to the end to say whether the row has the label: nothing else needs to be sorted along.
    private static RankedScores Count(ReadOnlySpan<int> truth, int level, ReadOnlySpan<double> scores)
    {
        var keys = new ulong[scores.Length];
        long hits = 0;
        for (int row = 0; row < keys.Length; row++)
        {
            keys[row] = LabelledKey(scores[row], truth[row] == level);
            hits += (long)(keys[row] & 1);
        }

        return new RankedScores(KeySort.Sort<double>(keys, []).Keys, null, null, hits, keys.Length - hits);
    }

    private static RankedScores Sum(ReadOnlySpan<int> truth, int level, ReadOnlySpan<double> scores, ReadOnlySpan<double> weights)
    {
        weights = MetricWeights.InRange(weights);
        var (keys, counts) = (new ulong[scores.Length], new double[scores.Length]);
        int count = 0;
        for (int row = 0; row < scores.Length; row++)
        {
            keys[count] = LabelledKey(scores[row], truth[row] == level);
            counts[count] = weights[row];
            count += weights[row] > 0 ? 1 : 0;
        }

        (keys, counts) = KeySort.Sort(count == keys.Length ? keys : keys[..count], count == keys.Length ? counts : counts[..count]);
        var (hitsAt, missesAt) = (new double[count], new double[count]);
        double hits = 0, misses = 0;
        int distinct = 0;
        for (int i = 0; i < count; i++)
        {
            double hit = (keys[i] & 1) != 0 ? counts[i] : 0;
            hits += hit;
            misses += counts[i] - hit;
            ulong key = keys[i] >> 1;
            (hitsAt[distinct], missesAt[distinct]) = (hits, misses);
            bool isLast = i + 1 == count || key != keys[i + 1] >> 1;
            keys[distinct] = key;
            distinct += isLast ? 1 : 0;
        }

        return new RankedScores(keys[..distinct], hitsAt, missesAt, hits, misses);
    }

    private static ulong LabelledKey(double score, bool hasLabel) => (Key(score) << 1) | (hasLabel ? 1UL : 0);

    // Descending scores have ascending keys, which begin at 0 for the largest probability.
    private static ulong Key(double score) => score <= 1
        ? BitConverter.DoubleToUInt64Bits(1) - BitConverter.DoubleToUInt64Bits(score)
        : throw new ArgumentException(FormattableString.Invariant($"A probability must be from 0 to 1, but is {score}."), nameof(score));

    private static double Score(ulong key) => BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(1) - key);
}
