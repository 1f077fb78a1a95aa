namespace TypedTune.Learning;

/// <summary>
/// ROC-AUC: the area below the receiver operating characteristic, which is how often a row of a label is ranked above a row of another one by its probability, ties
/// counting half. 1 is perfect and 0.5 chance. Of two labels it is the same for both.
/// </summary>
/// <remarks>Of several labels: each against all others, averaged, as scikit-learn's <c>ovr</c>; or each pair of them, as <c>ovo</c> (Hand and Till, 2001).</remarks>
public sealed class RocAuc : RankMetric
{
    private readonly bool _inPairs;

    internal RocAuc(string label)
        : base("ROC-AUC", label)
    {
    }

    internal RocAuc(Average average, bool inPairs)
        : base(inPairs ? "ROC-AUC of pairs" : "ROC-AUC", average)
    {
        if (inPairs && average == Average.Micro)
            throw new ArgumentOutOfRangeException(nameof(average), average, "Pairs of labels are averaged by Macro or Weighted: there is no Micro average of them.");
        _inPairs = inPairs;
    }

    private protected override double Score(RankedScores ranked) => RankAreas.Roc(ranked);

    private protected override double ScoreAverage(ReadOnlySpan<int> truth, FeatureMatrix probabilities, ReadOnlySpan<double> weights, int[] levels, double[] rowsOf)
    {
        // Of two labels that are all there are, one area is the other's.
        if (levels.Length == 2 && probabilities.ColumnCount == 2)
            return Score(truth, levels[1], probabilities.Column(levels[1]), weights);
        if (!_inPairs)
            return base.ScoreAverage(truth, probabilities, weights, levels, rowsOf);
        double sum = 0, total = 0;
        for (int a = 0; a < levels.Length; a++)
        {
            for (int b = a + 1; b < levels.Length; b++)
            {
                double weight = WeightOf(rowsOf[levels[a]] + rowsOf[levels[b]]);
                sum += weight * ScorePair(truth, probabilities, weights, levels[a], levels[b]);
                total += weight;
            }
        }

        return sum / total;
    }

    private double ScorePair(ReadOnlySpan<int> truth, FeatureMatrix probabilities, ReadOnlySpan<double> weights, int a, int b)
    {
        var rows = new List<int>();
        for (int row = 0; row < truth.Length; row++)
        {
            if ((truth[row] == a || truth[row] == b) && weights[row] > 0)
                rows.Add(row);
        }

        var (own, ofA, ofB, counts) = (new int[rows.Count], new double[rows.Count], new double[rows.Count], new double[rows.Count]);
        for (int i = 0; i < own.Length; i++)
        {
            int row = rows[i];
            (own[i], ofA[i], ofB[i], counts[i]) = (truth[row], probabilities[row, a], probabilities[row, b], weights[row]);
        }

        return (Score(own, a, ofA, counts) + Score(own, b, ofB, counts)) / 2;
    }
}
