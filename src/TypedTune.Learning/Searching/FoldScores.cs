namespace TypedTune.Learning;

/// <summary>A score a fold, and what they have in common. Immutable.</summary>
public sealed class FoldScores
{
    internal FoldScores(double[] values)
    {
        Values = values;
        Mean = values.Average();
        if (values.Length < 2)
            return;
        double squares = values.Sum(value => (value - Mean) * (value - Mean));
        StandardDeviation = Math.Sqrt(squares / values.Length);
        StandardError = Math.Sqrt(squares / (values.Length - 1) / values.Length);
    }

    /// <summary>A finite score a fold, in the order of the folds; a single one with a holdout or out of bag.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Their mean.</summary>
    public double Mean { get; }

    /// <summary>Their standard deviation as a population, as scikit-learn's; null where there is a single one.</summary>
    public double? StandardDeviation { get; }

    /// <summary>The standard error of the mean: the sample's standard deviation over √folds; null where there is a single one. Folds share training rows, so that it is too small rather than too large.</summary>
    public double? StandardError { get; }
}
