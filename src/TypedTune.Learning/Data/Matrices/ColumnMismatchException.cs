namespace TypedTune.Learning;

/// <summary>Columns that are not those that a step or model was fitted on.</summary>
public sealed class ColumnMismatchException : ArgumentException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="step">The name of the step or model.</param>
    /// <param name="expected">The columns at fit.</param>
    /// <param name="actual">The columns that were given.</param>
    public ColumnMismatchException(string step, FeatureNames expected, FeatureNames actual)
        : base($"{step} was fitted on the columns [{Excerpt.FromList(expected)}], but was given [{Excerpt.FromList(actual)}].") => (Expected, Actual) = (expected, actual);

    /// <summary>The columns at fit.</summary>
    public FeatureNames Expected { get; }

    /// <summary>The columns that were given.</summary>
    public FeatureNames Actual { get; }
}
