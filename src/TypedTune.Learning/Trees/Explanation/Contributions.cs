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

    /// <summary>The prediction before any feature is looked at: the mean of the model's predictions for its training rows.</summary>
    public double Bias { get; }

    /// <summary>M × P: what each feature adds to each row's prediction, in the prediction's unit; negative where it lowers it.</summary>
    public FeatureMatrix Values { get; }

    /// <summary>Adds the contributions up by the original columns that features were made of; see <see cref="FeatureImportances.ByOriginalColumn"/>.</summary>
    /// <returns>The same bias, and M × original columns; they add up to the same predictions.</returns>
    public Contributions ByOriginalColumn()
    {
        var (names, groups) = Values.Names.BySource();
        int rows = Values.RowCount;
        var sums = new double[rows * names.Count];
        for (int feature = 0; feature < groups.Length; feature++)
        {
            var column = Values.Column(feature);
            for (int row = 0; row < rows; row++)
                sums[groups[feature] * rows + row] += column[row];
        }

        return new Contributions(Bias, FeatureMatrix.FromColumnMajor(sums, rows, names));
    }

    /// <summary>The contributions to one row's prediction, the largest first, whether they raise or lower it; equal ones in the order of the columns.</summary>
    /// <param name="row">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public IReadOnlyList<FeatureContribution> Of(int row) =>
        [.. Values.Names.Select((name, column) => new FeatureContribution(name, Values[row, column])).OrderByDescending(item => Math.Abs(item.Contribution))];
}
