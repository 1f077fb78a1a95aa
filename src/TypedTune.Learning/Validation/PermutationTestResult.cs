using System.Globalization;

namespace TypedTune.Learning;

/// <summary>The result of a permutation test: how likely a model would get its score by chance. Immutable.</summary>
public sealed class PermutationTestResult
{
    internal PermutationTestResult(MetricScores scores, double[] permuted)
    {
        Metric = scores.Name;
        Direction = scores.Direction;
        Validation = scores.Validation;
        PermutedScores = permuted;
        PValue = (1.0 + permuted.Count(score => !Direction.IsBetter(Score, score))) / (1 + permuted.Length);
    }

    /// <summary>The metric's name.</summary>
    public string Metric { get; }

    /// <summary>Whether small or large scores are good.</summary>
    public Direction Direction { get; }

    /// <summary>The mean score of the folds with the targets as they are.</summary>
    public double Score => Validation.Mean;

    /// <summary>The scores of the folds with the targets as they are.</summary>
    public FoldScores Validation { get; }

    /// <summary>The mean score of the folds for each permutation of the targets.</summary>
    public IReadOnlyList<double> PermutedScores { get; }

    /// <summary>
    /// The probability of a score at least as good if features and target were unrelated: (1 + the permutations that score as well or better) / (1 + permutations),
    /// so that it is never below 1 / (1 + permutations), nor above 1.
    /// </summary>
    public double PValue { get; }

    /// <summary>Score and p-value, as <c>RMSE 0.321, p = 0.0099 by 100 permutations</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Metric} {Score:G6}, p = {PValue:G3} by {PermutedScores.Count} permutations");
}
