namespace TypedTune.Learning;

/// <summary>What is found above each threshold: rows ordered by how probable a label is for them, the most probable first, equal ones together.</summary>
/// <remarks>Sorting is by the bits of the scores, so that neither the order of the rows nor ties matter.</remarks>
internal sealed class RankedScores
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int Passes = (64 + DigitBits - 1) / DigitBits;

    private RankedScores(double[] thresholds, double[] hits, double[] misses)
    {
        (Thresholds, Hits, Misses) = (thresholds, hits, misses);
    }

    /// <summary>The distinct scores, descending.</summary>
    public double[] Thresholds { get; }

    /// <summary>For each threshold the weight of the rows of the label whose score is at least that.</summary>
    public double[] Hits { get; }

    /// <summary>For each threshold the weight of the other rows whose score is at least that.</summary>
    public double[] Misses { get; }

    /// <summary>The weight of all rows of the label.</summary>
    public double Positives => Hits[^1];

    /// <summary>The weight of all other rows.</summary>
    public double Negatives => Misses[^1];

    /// <summary>Orders rows.</summary>
    /// <param name="truth">N codes.</param>
    /// <param name="level">The code of the label.</param>
    /// <param name="scores">N scores, from 0 on, not −0.</param>
    /// <param name="weights">N weights of at least 0.</param>
    public static RankedScores From(ReadOnlySpan<int> truth, int level, ReadOnlySpan<double> scores, ReadOnlySpan<double> weights) =>
        weights.IndexOfAnyExcept(1.0) < 0 ? Count(truth, level, scores) : Sum(truth, level, scores, weights);

    // A score from 0 on leaves its sign's bit free, which moves to the end to say whether the row has the label: nothing else needs to be sorted along.
    private static RankedScores Count(ReadOnlySpan<int> truth, int level, ReadOnlySpan<double> scores)
    {
        var keys = new ulong[scores.Length];
        for (int row = 0; row < keys.Length; row++)
            keys[row] = (Key(scores[row]) << 1) | (truth[row] == level ? 1UL : 0);
        keys = Sort(keys, []).Keys;
        var table = new Builder(keys.Length);
        long hits = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            hits += (long)(keys[i] & 1);
            if (i + 1 == keys.Length || keys[i] >> 1 != keys[i + 1] >> 1)
                table.Add(Score(keys[i] >> 1), hits, i + 1 - hits);
        }

        return table.Build();
    }

    private static RankedScores Sum(ReadOnlySpan<int> truth, int level, ReadOnlySpan<double> scores, ReadOnlySpan<double> weights)
    {
        weights = MetricWeights.InRange(weights);
        var keys = new ulong[scores.Length];
        var rows = new int[scores.Length];
        int count = 0;
        for (int row = 0; row < scores.Length; row++)
        {
            if (weights[row] == 0)
                continue;
            keys[count] = Key(scores[row]);
            rows[count++] = row;
        }

        (keys, rows) = Sort(keys[..count], rows[..count]);
        var table = new Builder(count);
        double hits = 0, misses = 0;
        for (int i = 0; i < count; i++)
        {
            if (truth[rows[i]] == level)
                hits += weights[rows[i]];
            else
                misses += weights[rows[i]];
            if (i + 1 == count || keys[i] != keys[i + 1])
                table.Add(Score(keys[i]), hits, misses);
        }

        return table.Build();
    }

    // Descending scores have ascending keys; that of 0 is the largest below 2^63.
    private static ulong Key(double score) => long.MaxValue - BitConverter.DoubleToUInt64Bits(score);

    private static double Score(ulong key) => BitConverter.UInt64BitsToDouble(long.MaxValue - key);

    /// <summary>Sorts keys, and values along with them if there are any, digit by digit from the last one; digits that are the same everywhere are passed over.</summary>
    private static (ulong[] Keys, int[] Values) Sort(ulong[] keys, int[] values)
    {
        int[][] counts = [.. Enumerable.Range(0, Passes).Select(_ => new int[Digits])];
        foreach (ulong key in keys)
        {
            for (int pass = 0; pass < Passes; pass++)
                counts[pass][(int)(key >> (pass * DigitBits)) & (Digits - 1)]++;
        }

        var (otherKeys, otherValues) = (new ulong[keys.Length], new int[values.Length]);
        for (int pass = 0; pass < Passes && keys.Length > 0; pass++)
        {
            int shift = pass * DigitBits;
            int[] places = counts[pass];
            if (places[(int)(keys[0] >> shift) & (Digits - 1)] == keys.Length)
                continue;
            int place = 0;
            for (int digit = 0; digit < Digits; digit++)
                (places[digit], place) = (place, place + places[digit]);
            for (int i = 0; i < keys.Length; i++)
            {
                int to = places[(int)(keys[i] >> shift) & (Digits - 1)]++;
                otherKeys[to] = keys[i];
                if (otherValues.Length > 0)
                    otherValues[to] = values[i];
            }

            (keys, otherKeys) = (otherKeys, keys);
            (values, otherValues) = (otherValues, values);
        }

        return (keys, values);
    }

    private struct Builder(int most)
    {
        private readonly double[] _thresholds = new double[most];
        private readonly double[] _hits = new double[most];
        private readonly double[] _misses = new double[most];
        private int _count;

        public void Add(double threshold, double hits, double misses)
        {
            (_thresholds[_count], _hits[_count], _misses[_count]) = (threshold, hits, misses);
            _count++;
        }

        public readonly RankedScores Build() => _count == _thresholds.Length
            ? new(_thresholds, _hits, _misses)
            : new(_thresholds[.._count], _hits[.._count], _misses[.._count]);
    }
}
