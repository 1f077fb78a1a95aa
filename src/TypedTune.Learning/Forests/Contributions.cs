namespace TypedTune.Learning;

/// <summary>
/// Predictions taken apart: what every row has in common, and what each feature adds to it or takes from it. Immutable.
/// </summary>
/// <remarks>For every row, <see cref="Bias"/> and the row's <see cref="Values"/> add up to the prediction, within rounding.</remarks>
public sealed class Contributions
{
    internal Contributions(double bias, FeatureMatrix values)
    {
        Bias = bias;
        Values = values;
    }

    /// <summary>What the model predicts before it looks at any feature: the mean of what it predicts for its training rows.</summary>
    public double Bias { get; }

    /// <summary>M × P: what each feature adds to each row's prediction, in the prediction's unit; negative where it lowers it.</summary>
    public FeatureMatrix Values { get; }

    /// <summary>The contributions to one row's prediction, the largest first, whether they raise or lower it; equal ones in the order of the columns.</summary>
    /// <param name="row">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public IReadOnlyList<FeatureContribution> Of(int row) =>
        [.. Values.Names.Select((name, column) => new FeatureContribution(name, Values[row, column])).OrderByDescending(item => Math.Abs(item.Contribution))];
}
