namespace TypedTune.Learning;

/// <summary>Which rows of the data a task learns from and predicts. Tasks with the same object share what sees no target.</summary>
/// <param name="train">The rows to learn from; null for all.</param>
/// <param name="validation">The rows held back; null if no rows are held back.</param>
internal sealed class FitRows(int[]? train, int[]? validation)
{
    public int[]? Train { get; } = train;

    public int[]? Validation { get; } = validation;
}
