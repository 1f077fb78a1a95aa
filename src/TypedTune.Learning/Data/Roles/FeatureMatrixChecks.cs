using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Checks of features for estimators: each refuses values that would silently give wrong results.</summary>
public static class FeatureMatrixChecks
{
    /// <summary>Refuses a matrix that nothing can be learned from: no rows, no columns, categories, or a value that is not finite.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="step">The name of the step that checks, for the message.</param>
    /// <exception cref="ArgumentException">The matrix is illegal; the message says what is wrong and where.</exception>
    public static void RequireTrainable(this FeatureMatrix features, string step)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.ColumnCount == 0)
            throw new ArgumentException($"{step} needs at least one column, but was given none.", nameof(features));
        if (features.RowCount == 0)
            throw new ArgumentException($"{step} needs at least one row to learn from, but was given none.", nameof(features));
        features.RequireFinite(step);
    }

    /// <summary>Refuses a matrix and targets that nothing can be learned from.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="targets">One a row.</param>
    /// <param name="step">The name of the step that checks, for the message.</param>
    /// <exception cref="ArgumentException">
    /// There are no rows, no columns, categories, a value that is not finite, not N targets, or one is missing; the message says what and where.
    /// </exception>
    public static void RequireTrainable(this FeatureMatrix features, Targets targets, string step)
    {
        ArgumentNullException.ThrowIfNull(targets);
        features.RequireTrainable(step);
        if (targets.RowCount != features.RowCount)
            throw new ArgumentException($"{step} needs a target a row, but was given {features.RowCount} rows and {targets.RowCount} targets.", nameof(targets));
        targets.RequireComplete();
    }

    /// <summary>Refuses a matrix, targets and weights that nothing can be learned from.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="targets">One a row.</param>
    /// <param name="weights">One a row.</param>
    /// <param name="step">The name of the step that checks, for the message.</param>
    /// <exception cref="ArgumentException">
    /// As without weights; or they are not N, one is negative or not finite (the message names its row), or all are 0.
    /// </exception>
    public static void RequireTrainable(this FeatureMatrix features, Targets targets, double[] weights, string step)
    {
        features.RequireTrainable(targets, step);
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Length != features.RowCount)
            throw new ArgumentException($"{step} needs a weight a row, but was given {features.RowCount} rows and {weights.Length} weights.", nameof(weights));
        int illegal = Array.FindIndex(weights, weight => !(weight >= 0 && double.IsFinite(weight)));
        if (illegal >= 0)
            throw new ArgumentException($"The weight of row {illegal} is {weights[illegal].ToString(CultureInfo.InvariantCulture)}; {step} needs finite numbers of at least 0. To leave a row out, give it 0.", nameof(weights));
        if (!weights.AsSpan().ContainsAnyExcept(0))
            throw new ArgumentException($"{step} has nothing to learn from: the weights of all rows are 0.", nameof(weights));
    }

    /// <summary>Refuses a matrix whose columns are not those that a step was fitted on, or with categories, or with a missing or an infinite value.</summary>
    /// <param name="features">M × P.</param>
    /// <param name="fitted">The names at fit.</param>
    /// <param name="step">The name of the step that checks, for the message.</param>
    /// <exception cref="ArgumentException">The names differ, or there is such a value; the message names its row and column.</exception>
    public static void RequireFinite(this FeatureMatrix features, FeatureNames fitted, string step)
    {
        ArgumentNullException.ThrowIfNull(features);
        features.RequireColumns(fitted, step);
        features.RequireFinite(step);
    }

    /// <summary>Refuses a matrix with categories, or with a missing or an infinite value.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="step">The name of the step that checks, for the message.</param>
    /// <exception cref="ArgumentException">There is one; the message names its row and column.</exception>
    public static void RequireFinite(this FeatureMatrix features, string step)
    {
        ArgumentNullException.ThrowIfNull(features);
        for (int c = 0; c < features.ColumnCount; c++)
        {
            var column = features.NumberColumn(c, step);
            for (int row = 0; row < column.Length; row++)
            {
                if (!double.IsFinite(column[row]))
                    Refuse(features.Names[c], row, column[row], step);
            }
        }
    }

    /// <summary>Refuses a matrix with categories, or with an infinite value, but lets missing ones pass.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="step">The name of the step that checks, for the message.</param>
    /// <exception cref="ArgumentException">There is one; the message names its row and column.</exception>
    public static void RequireNoInfinity(this FeatureMatrix features, string step)
    {
        ArgumentNullException.ThrowIfNull(features);
        for (int c = 0; c < features.ColumnCount; c++)
        {
            var column = features.NumberColumn(c, step);
            for (int row = 0; row < column.Length; row++)
            {
                if (double.IsInfinity(column[row]))
                    Refuse(features.Names[c], row, column[row], step);
            }
        }
    }

    private static ReadOnlySpan<double> NumberColumn(this FeatureMatrix features, int column, string step) => features.Names.Levels(column) is null
        ? features.Column(column)
        : throw new ArgumentException($"{step} needs numbers, but {Excerpt.From(features.Names[column])} holds categories, whose codes are no quantities. Replace the OrdinalEncoder by a OneHotEncoder.", nameof(features));

    private static void Refuse(string column, int row, double value, string step) => throw new ArgumentException(
        double.IsNaN(value)
            ? $"{step} cannot work with missing values, but {Excerpt.From(column)} is missing (NaN) in row {row}. Put a SimpleImputer before it."
            : $"{step} needs finite numbers, but {Excerpt.From(column)} is {value.ToString(CultureInfo.InvariantCulture)} in row {row}. Remove or correct that row.");
}
