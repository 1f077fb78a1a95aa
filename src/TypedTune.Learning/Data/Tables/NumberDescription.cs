namespace TypedTune.Learning;

/// <summary>A summary of a column of numbers. Immutable.</summary>
/// <remarks>All but <see cref="Count"/> and <see cref="Missing"/> are of the values that are present, and not-a-number where all are missing.</remarks>
public sealed class NumberDescription
{
    internal NumberDescription(string name, NumberKind kind, double[] values)
    {
        double[] sorted = Array.FindAll(values, value => !double.IsNaN(value));
        Array.Sort(sorted);
        Name = name;
        Kind = kind;
        Count = sorted.Length;
        Missing = values.Length - sorted.Length;
        Mean = sorted.Length == 0 ? double.NaN : sorted.Average();
        StandardDeviation = sorted.Length < 2 ? double.NaN : Math.Sqrt(sorted.Sum(value => (value - Mean) * (value - Mean)) / (sorted.Length - 1.0));
        Minimum = Quantile(sorted, 0);
        LowerQuartile = Quantile(sorted, 0.25);
        Median = Quantile(sorted, 0.5);
        UpperQuartile = Quantile(sorted, 0.75);
        Maximum = Quantile(sorted, 1);
    }

    /// <summary>The property's name.</summary>
    public string Name { get; }

    /// <summary>The kind of values that the numbers encode, such as dates as days since 1970-01-01.</summary>
    public NumberKind Kind { get; }

    /// <summary>The rows that have a value.</summary>
    public int Count { get; }

    /// <summary>The rows that have none.</summary>
    public int Missing { get; }

    /// <summary>The arithmetic mean.</summary>
    public double Mean { get; }

    /// <summary>The standard deviation of a sample: the divisor is <see cref="Count"/> − 1, so that one value has none.</summary>
    public double StandardDeviation { get; }

    /// <summary>The smallest value.</summary>
    public double Minimum { get; }

    /// <summary>A quarter of the values is below it; interpolated linearly between the two nearest values, as pandas does.</summary>
    public double LowerQuartile { get; }

    /// <summary>Half of the values is below it; interpolated as the quartiles.</summary>
    public double Median { get; }

    /// <summary>Three quarters of the values are below it; interpolated as the lower quartile.</summary>
    public double UpperQuartile { get; }

    /// <summary>The largest value.</summary>
    public double Maximum { get; }

    private static double Quantile(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : InterpolatedQuantile.Find(sorted, share);
}
