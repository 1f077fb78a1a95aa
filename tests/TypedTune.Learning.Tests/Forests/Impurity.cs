namespace TypedTune.Learning.Tests.Forests;

/// <summary>What criteria are by definition, times the number of rows, of rows that all count 1.</summary>
internal static class Impurity
{
    public static double Of(RegressionCriterion criterion, IReadOnlyList<double> target) => criterion switch
    {
        RegressionCriterion.SquaredError => target.Sum(value => (value - target.Average()) * (value - target.Average())),
        RegressionCriterion.AbsoluteError => target.Sum(value => Math.Abs(value - Median(target))),
        _ => target.Sum(value => value > 0 ? value * Math.Log(value / target.Average()) : 0),
    };

    public static double Of(ClassificationCriterion criterion, IReadOnlyList<int> labels)
    {
        double[] shares = [.. labels.GroupBy(label => label).Select(group => (double)group.Count() / labels.Count)];
        return labels.Count * (criterion == ClassificationCriterion.Gini ? 1 - shares.Sum(share => share * share) : -shares.Sum(share => share * Math.Log(share)));
    }

    public static double Median(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
