namespace TypedTune.Learning;

/// <summary>How many rows a fold has, as far as a plan needs to know.</summary>
/// <param name="Learned">The rows to learn from.</param>
/// <param name="Predicted">The rows held back; 0 where none are.</param>
internal readonly record struct RowCounts(int Learned, int Predicted)
{
    public int Total => Learned + Predicted;

    /// <summary>About what is left where one of so many inner folds is held back.</summary>
    public RowCounts Inside(int folds) => new(Learned - Learned / folds, Learned / folds);
}
