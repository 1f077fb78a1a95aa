using System.Globalization;

namespace TypedTune.Learning;

/// <summary>How much worse a model's score gets when one column's values are put in random order. Immutable.</summary>
public sealed class PermutationImportance
{
    internal PermutationImportance(string name, double[] repeats)
    {
        Name = name;
        Repeats = repeats;
        Mean = repeats.Sum() / repeats.Length;
        StandardDeviation = Math.Sqrt(repeats.Sum(value => (value - Mean) * (value - Mean)) / repeats.Length);
    }

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>The mean over the repeats, in the metric's unit: positive where the score gets worse, whatever the metric's direction.</summary>
    public double Mean { get; }

    /// <summary>The standard deviation over the repeats: of the orders drawn, not of the rows. The mean square is taken over all repeats, as in scikit-learn.</summary>
    public double StandardDeviation { get; }

    /// <summary>By how much the score got worse in each repeat.</summary>
    public IReadOnlyList<double> Repeats { get; }

    /// <summary>Name, mean and standard deviation, as <c>MedianIncome 0.321 ± 0.014</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Mean:G6} ± {StandardDeviation:G3}");
}
