using System.Globalization;

namespace TypedTune.Learning;

/// <summary>What trees refuse to learn from.</summary>
internal static class TrainingData
{
    /// <summary>Node weights are counted in single precision, exact up to here.</summary>
    public const int MaxRows = 1 << 24;

    /// <summary>Refuses data without rows or columns, with values that are not finite, or with a target of another length.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="target">N numbers.</param>
    /// <param name="estimator">Who asks, for the message.</param>
    /// <exception cref="ArgumentException">The data cannot be learned from; the message says why and where.</exception>
    public static void Require(FeatureMatrix features, double[] target, string estimator)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(target);
        if (features.RowCount == 0)
            throw new ArgumentException($"{estimator} needs at least one row to learn from, but the features have none.", nameof(features));
        if (features.ColumnCount == 0)
            throw new ArgumentException($"{estimator} needs at least one column to learn from, but the features have none.", nameof(features));
        if (features.RowCount > MaxRows)
            throw new ArgumentException($"{estimator} learns from at most {Text(MaxRows)} rows, but the features have {Text(features.RowCount)}.", nameof(features));
        if (target.Length != features.RowCount)
            throw new ArgumentException($"The features have {Text(features.RowCount)} rows, but the target has {Text(target.Length)}.", nameof(target));
        int row = FirstNotFinite(target);
        if (row >= 0)
            throw new ArgumentException($"The target is {Text(target[row])} in row {Text(row)}; every row that is learned from needs a finite number.", nameof(target));
        RequireFinite(features, estimator);
    }

    /// <summary>Refuses missing and infinite values.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="estimator">Who asks, for the message.</param>
    /// <exception cref="ArgumentException">A value is not finite; the message names its row and column.</exception>
    public static void RequireFinite(FeatureMatrix features, string estimator)
    {
        for (int c = 0; c < features.ColumnCount; c++)
        {
            var column = features.Column(c);
            int row = FirstNotFinite(column);
            if (row < 0)
                continue;
            string value = double.IsNaN(column[row]) ? "missing (not a number)" : Text(column[row]);
            throw new ArgumentException($"Column {features.Names[c]} is {value} in row {Text(row)}; {estimator} needs finite numbers. Put an imputer before it.", nameof(features));
        }
    }

    private static int FirstNotFinite(ReadOnlySpan<double> values)
    {
        // One finite-or-not sum decides for nearly every column without a branch a value: x - x is 0, or NaN.
        double sum = 0;
        foreach (double value in values)
            sum += value - value;
        if (sum == 0)
            return -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                return i;
        }

        return -1;
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
