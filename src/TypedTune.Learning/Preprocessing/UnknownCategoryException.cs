namespace TypedTune.Learning;

/// <summary>A category that did not occur at fit, where an encoder refuses such; see <see cref="UnknownCategories"/>.</summary>
public sealed class UnknownCategoryException : ArgumentException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="column">The column.</param>
    /// <param name="category">The category.</param>
    /// <param name="row">The row, from 0, of those that were given.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public UnknownCategoryException(string column, string category, int row, string message)
        : base(message) => (Column, Category, Row) = (column, category, row);

    /// <summary>The column.</summary>
    public string Column { get; }

    /// <summary>The category.</summary>
    public string Category { get; }

    /// <summary>The row, from 0, of those that were given.</summary>
    public int Row { get; }
}
