namespace TypedTune.Learning;

/// <summary>Checks of single rows. What is refused is refused as a matrix of one row, in the same words.</summary>
internal static class RowChecks
{
    /// <summary>Refuses a row whose columns are not those at fit, or that holds a value that is missing or infinite.</summary>
    /// <param name="row">A value a column.</param>
    /// <param name="names">Its columns.</param>
    /// <param name="fitted">The columns at fit.</param>
    /// <param name="step">The name of the step that checks, for the message.</param>
    public static void RequireFinite(ReadOnlySpan<double> row, FeatureNames names, FeatureNames fitted, string step)
    {
        if (!AreColumns(row.Length, names, fitted) || !FiniteNumbers.AreAll(row))
            RowPrediction.Matrix(row, names).RequireFinite(fitted, step);
    }

    /// <summary>Refuses a row whose columns are not those at fit, or that holds an infinite value.</summary>
    /// <inheritdoc cref="RequireFinite"/>
    public static void RequireNoInfinity(ReadOnlySpan<double> row, FeatureNames names, FeatureNames fitted, string step)
    {
        if (AreColumns(row.Length, names, fitted) && !row.ContainsAny(double.PositiveInfinity, double.NegativeInfinity))
            return;
        var matrix = RowPrediction.Matrix(row, names);
        matrix.RequireColumns(fitted, step);
        matrix.RequireNoInfinity(step);
    }

    /// <summary>Refuses a row of numbers whose columns are not those at fit.</summary>
    /// <inheritdoc cref="RequireFinite"/>
    public static void RequireColumns(ReadOnlySpan<double> row, FeatureNames names, FeatureNames fitted, string step)
    {
        if (!AreColumns(row.Length, names, fitted))
            RowPrediction.Matrix(row, names).RequireColumns(fitted, step);
    }

    /// <summary>Refuses a row of categories whose columns are not those at fit.</summary>
    /// <inheritdoc cref="RequireFinite"/>
    public static void RequireColumns(ReadOnlySpan<string?> row, FeatureNames names, FeatureNames fitted, string step)
    {
        if (!AreColumns(row.Length, names, fitted))
            RowPrediction.Matrix(row, names).RequireColumns(fitted, step);
    }

    private static bool AreColumns(int count, FeatureNames names, FeatureNames fitted)
    {
        ArgumentNullException.ThrowIfNull(names);
        return count == names.Count && names.Equals(fitted);
    }
}
