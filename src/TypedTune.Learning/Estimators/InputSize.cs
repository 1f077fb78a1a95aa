namespace TypedTune.Learning;

/// <summary>The estimated size of a step's input, before anything is fitted.</summary>
/// <param name="Rows">N, the training rows.</param>
/// <param name="Columns">P, the columns.</param>
/// <param name="Levels">The distinct categories of all columns together; 0 where they hold numbers.</param>
public readonly record struct InputSize(int Rows, int Columns, int Levels = 0)
{
    /// <summary>The size of a matrix; 0 of anything else, whose columns are chosen later.</summary>
    internal static InputSize From(object? data) => data switch
    {
        FeatureMatrix numbers => new InputSize(numbers.RowCount, numbers.ColumnCount),
        CategoryMatrix categories => new InputSize(categories.RowCount, categories.ColumnCount),
        _ => default,
    };

    /// <summary>The number of values, which one pass visits.</summary>
    internal double Values => (double)Rows * Columns;
}
