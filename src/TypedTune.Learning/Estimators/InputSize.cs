namespace TypedTune.Learning;

/// <summary>How large a step's input is, as far as that is known before anything is fitted.</summary>
/// <param name="Rows">N, the training rows.</param>
/// <param name="Columns">P, the columns.</param>
/// <param name="Levels">The distinct categories of all columns together; 0 where they hold numbers.</param>
public readonly record struct InputSize(int Rows, int Columns, int Levels = 0)
{
    /// <summary>How many values that are: what one pass visits.</summary>
    internal double Values => (double)Rows * Columns;
}
