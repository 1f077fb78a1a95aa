namespace TypedTune.Learning;

/// <summary>A step could not be fitted or applied. The inner exception is the step's own.</summary>
public sealed class FitException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="step">The path of the step.</param>
    /// <param name="fold">The fold, from 0, or null outside of cross-validation.</param>
    /// <param name="innerException">What the step threw.</param>
    public FitException(string step, int? fold, Exception innerException)
        : base($"{step} failed{(fold is { } number ? $" in fold {number}" : "")}: {innerException?.Message}", innerException)
    {
        Step = step;
        Fold = fold;
    }

    /// <summary>The path of the step that failed, as <c>Preprocessing.Geo</c>.</summary>
    public string Step { get; }

    /// <summary>The fold, from 0, or null outside of cross-validation.</summary>
    public int? Fold { get; }
}
