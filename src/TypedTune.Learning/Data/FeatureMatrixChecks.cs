using System.Globalization;

namespace TypedTune.Learning;

/// <summary>What steps ask of the numbers they are given.</summary>
internal static class FeatureMatrixChecks
{
    /// <summary>Refuses a matrix that nothing can be learned from: no rows, no columns, categories, or a value that is not finite.</summary>
    public static void RequireTrainable(this FeatureMatrix features, string step)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.ColumnCount == 0)
            throw new ArgumentException($"{step} needs at least one column, but was given none.", nameof(features));
        if (features.RowCount == 0)
            throw new ArgumentException($"{step} needs at least one row to learn from, but was given none.", nameof(features));
        features.RequireFinite(step);
    }

    /// <summary>Refuses a matrix with a missing or an infinite value; the message names its row and column.</summary>
    public static void RequireFinite(this FeatureMatrix features, string step)
    {
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

    /// <summary>Refuses an infinite value, but lets a missing one pass.</summary>
    public static void RequireNoInfinity(this FeatureMatrix features, string step)
    {
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

    /// <summary>Refuses a target that has not a value a row.</summary>
    public static void RequireTargets(this FeatureMatrix features, int targets, string step)
    {
        if (targets != features.RowCount)
            throw new ArgumentException($"{step} needs a target a row, but was given {features.RowCount} rows and {targets} targets.", nameof(targets));
    }

    private static ReadOnlySpan<double> NumberColumn(this FeatureMatrix features, int column, string step) => features.Names.Levels(column) is null
        ? features.Column(column)
        : throw new ArgumentException($"{step} calculates, but {features.Names[column]} holds categories, whose numbers mean nothing. Put a OneHotEncoder in the place of the OrdinalEncoder.", nameof(features));

    private static void Refuse(string column, int row, double value, string step) => throw new ArgumentException(
        double.IsNaN(value)
            ? $"{step} cannot work with missing values, but {column} is missing (NaN) in row {row}. Put a SimpleImputer before it."
            : $"{step} needs finite numbers, but {column} is {value.ToString(CultureInfo.InvariantCulture)} in row {row}. Remove or correct that row.");
}
