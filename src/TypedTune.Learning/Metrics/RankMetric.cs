using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Learning;

/// <summary>A metric of how well probabilities rank rows: of one label against all others, or averaged over labels. Immutable and thread safe.</summary>
/// <remarks>Labels without a row among the targets do not count. Where all rows have one label nothing can be ranked, and such rows are refused.</remarks>
public abstract class RankMetric : ProbabilityMetric
{
    private readonly string _name;
    private readonly string? _label;
    private readonly Average _average;

    private protected RankMetric(string name, string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        (_name, _label) = (name, label);
    }

    private protected RankMetric(string name, Average average)
    {
        if (!Enum.IsDefined(average))
            throw new ArgumentOutOfRangeException(nameof(average), average, $"{average} is no average that is known.");
        (_name, _average) = (name, average);
    }

    /// <inheritdoc/>
    public override string Name => _label is null
        ? $"{_average switch { Average.Macro => "", Average.Micro => "micro ", _ => "weighted " }}{_name}"
        : $"{_name} of {_label}";

    /// <inheritdoc/>
    public override Direction Direction => Direction.Maximize;

    /// <inheritdoc/>
    protected override double Compute(ReadOnlySpan<int> truth, [NotNull] FeatureMatrix probabilities, ReadOnlySpan<double> weights)
    {
        double[] rowsOf = LabelWeights.Sum(truth, probabilities.ColumnCount, weights);
        if (_label is not null)
        {
            int level = LabelWeights.Find(_label, probabilities.Names, rowsOf);
            return level >= 0 ? Score(truth, level, probabilities.Column(level), weights) : throw LabelWeights.NoSuchLabel(Name, probabilities.Names, rowsOf);
        }

        int[] levels = [.. Enumerable.Range(0, rowsOf.Length).Where(level => rowsOf[level] > 0)];
        if (levels.Length < 2)
            throw new ArgumentException($"{Name} ranks rows of different labels, but all {truth.Length} rows have the label {Excerpt.From(probabilities.Names[levels[0]])}. Score more rows, or take stratified folds.", nameof(truth));
        return _average == Average.Micro ? ScorePooled(truth, probabilities, weights) : ScoreAverage(truth, probabilities, weights, levels, rowsOf);
    }

    /// <summary>Averages the scores of labels.</summary>
    private protected virtual double ScoreAverage(ReadOnlySpan<int> truth, FeatureMatrix probabilities, ReadOnlySpan<double> weights, int[] levels, double[] rowsOf)
    {
        double sum = 0, total = 0;
        foreach (int level in levels)
        {
            double weight = _average == Average.Macro ? 1 : rowsOf[level];
            sum += weight * Score(truth, level, probabilities.Column(level), weights);
            total += weight;
        }

        return sum / total;
    }

    /// <summary>How much a label, or a pair of them, counts in the average.</summary>
    private protected double WeightOf(double rows) => _average == Average.Macro ? 1 : rows;

    /// <summary>Scores ranked rows.</summary>
    private protected abstract double Score(RankedScores ranked);

    private protected double Score(ReadOnlySpan<int> truth, int level, ReadOnlySpan<double> probabilities, ReadOnlySpan<double> weights)
    {
        var ranked = RankedScores.From(truth, level, probabilities, weights);
        return ranked.Positives > 0 && ranked.Negatives > 0
            ? Score(ranked)
            : throw new ArgumentException($"{Name} ranks rows of a label above others, but all {truth.Length} rows have one label. Score more rows, or take stratified folds.", nameof(truth));
    }

    // Every label of every row is a row of its own.
    private double ScorePooled(ReadOnlySpan<int> truth, FeatureMatrix probabilities, ReadOnlySpan<double> weights)
    {
        int rows = truth.Length, levels = probabilities.ColumnCount;
        var isLabel = new int[rows * levels];
        var pooled = new double[rows * levels];
        var repeated = new double[rows * levels];
        for (int level = 0; level < levels; level++)
        {
            probabilities.Column(level).CopyTo(pooled.AsSpan(level * rows));
            weights.CopyTo(repeated.AsSpan(level * rows));
            for (int row = 0; row < rows; row++)
                isLabel[level * rows + row] = truth[row] == level ? 1 : 0;
        }

        return Score(isLabel, 1, pooled, repeated);
    }
}
