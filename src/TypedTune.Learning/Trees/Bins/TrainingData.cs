using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Refuses data that trees cannot learn from or predict for.</summary>
internal static class TrainingData
{
    // Sums of so many numbers as there are in an array do not overflow.
    private const double LargestTarget = 1e298;

    /// <summary>Refuses data without rows or columns, with values that are illegal, or with a target of another length.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="target">N numbers.</param>
    /// <param name="estimator">Who asks, for the message.</param>
    /// <exception cref="ArgumentException">The data cannot be learned from; the message says why and where.</exception>
    public static void Require(FeatureMatrix features, double[] target, string estimator)
    {
        ArgumentNullException.ThrowIfNull(target);
        RequireFeatures(features, target.Length, estimator);
        int row = FirstNotFinite(target);
        if (row >= 0)
            throw new ArgumentException($"The target is {Text(target[row])} in row {Text(row)}; every row that is learned from needs a finite number.", nameof(target));
        row = Array.FindIndex(target, value => Math.Abs(value) > LargestTarget);
        if (row >= 0)
            throw new ArgumentException($"The target is {Text(target[row])} in row {Text(row)}, beyond ±{Text(LargestTarget)}, up to which means over rows and trees are in the range of a double. Scale the target.", nameof(target));
    }

    /// <summary>Refuses features without rows or columns, with values that are illegal, or for a target of another length.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="targets">How many rows the target has.</param>
    /// <param name="estimator">Who asks, for the message.</param>
    /// <exception cref="ArgumentException">The data cannot be learned from; the message says why and where.</exception>
    public static void RequireFeatures(FeatureMatrix features, int targets, string estimator)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.RowCount == 0)
            throw new ArgumentException($"{estimator} needs at least one row to learn from, but the features have none.", nameof(features));
        if (features.ColumnCount == 0)
            throw new ArgumentException($"{estimator} needs at least one column to learn from, but the features have none.", nameof(features));
        if (targets != features.RowCount)
            throw new ArgumentException($"The features have {Text(features.RowCount)} rows, but the target has {Text(targets)}.", nameof(targets));
        RequireLegal(features, estimator);
    }

    /// <summary>Refuses rows that cannot be predicted.</summary>
    /// <param name="features">M × P.</param>
    /// <param name="names">The columns at fit.</param>
    /// <param name="estimator">Who asks, for the message.</param>
    /// <exception cref="ArgumentException">The columns are others, or a value is illegal; the message names row and column.</exception>
    public static void RequireRows(FeatureMatrix features, FeatureNames names, string estimator)
    {
        features.RequireColumns(names, estimator);
        RequireLegal(features, estimator);
    }

    /// <summary>Refuses infinite values, and numbers of categories that there are not.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="estimator">Who asks, for the message.</param>
    /// <exception cref="ArgumentException">A value is illegal; the message names its row and column.</exception>
    public static void RequireLegal(FeatureMatrix features, string estimator)
    {
        for (int c = 0; c < features.ColumnCount; c++)
            RequireLegal(features.Column(c), features.Names, c, estimator);
    }

    /// <summary>Refuses infinite values, and numbers of categories that there are not, in one column.</summary>
    /// <param name="values">The column's values, a row each.</param>
    /// <param name="names">All columns.</param>
    /// <param name="column">Which of them it is.</param>
    /// <param name="estimator">Who asks, for the message.</param>
    /// <exception cref="ArgumentException">A value is illegal; the message names its row and column.</exception>
    public static void RequireLegal(ReadOnlySpan<double> values, FeatureNames names, int column, string estimator)
    {
        if (names.Levels(column) is { } levels)
        {
            RequireCategories(values, names[column], levels.Count);
            return;
        }

        int row = FirstInfinite(values);
        if (row >= 0)
            throw new ArgumentException($"Column {Excerpt.From(names[column])} is {Text(values[row])} in row {Text(row)}; {estimator} takes finite and missing numbers. Correct or remove that row.", "features");
    }

    /// <summary>Whether a value is missing, of values that are legal.</summary>
    public static bool HasMissing(ReadOnlySpan<double> values) => !FiniteNumbers.AreAll(values);

    private static void RequireCategories(ReadOnlySpan<double> column, string name, int levels)
    {
        for (int row = 0; row < column.Length; row++)
        {
            double value = column[row];
            if (!double.IsNaN(value) && !(value >= 0 && value < levels && value == Math.Floor(value)))
                throw new ArgumentException($"Column {Excerpt.From(name)} holds categories, numbered from 0 to {Text(levels - 1)}, but is {Text(value)} in row {Text(row)}.", "features");
        }
    }

    private static int FirstInfinite(ReadOnlySpan<double> values)
    {
        if (FiniteNumbers.AreAll(values))
            return -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsInfinity(values[i]))
                return i;
        }

        return -1;
    }

    private static int FirstNotFinite(ReadOnlySpan<double> values)
    {
        if (FiniteNumbers.AreAll(values))
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
