namespace TypedTune.Learning;

/// <summary>How many rows a fold has, as far as a plan needs to know.</summary>
/// <param name="Learned">The rows to learn from.</param>
/// <param name="Predicted">The rows held back, 0 or more.</param>
internal readonly record struct RowCounts(int Learned, int Predicted)
{
    public int Total => Learned + Predicted;

    /// <summary>Estimates the rows that are left when one of a number of inner folds is held back.</summary>
    public RowCounts Inside(int folds) => new(Learned - Learned / folds, Learned / folds);
}
