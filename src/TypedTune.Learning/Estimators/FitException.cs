namespace TypedTune.Learning;

/// <summary>A step could not be fitted or applied. The inner exception is the step's own.</summary>
public sealed class FitException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="step">The path of the step.</param>
    /// <param name="fold">The fold, from 0, or null outside of cross-validation.</param>
    /// <param name="configuration">The step's configuration, or null where it has none.</param>
    /// <param name="innerException">The exception that the step threw.</param>
    public FitException(string step, int? fold, object? configuration, Exception innerException)
        : base($"{step} failed{(fold is { } number ? $" in fold {number}" : "")}: {(innerException is null ? "" : ExceptionMessage.From(innerException))}", innerException)
    {
        Step = step;
        Fold = fold;
        Configuration = configuration;
    }

    /// <summary>The path of the step that failed, as <c>Preprocessing.Geo</c>, or the metric that could not score.</summary>
    public string Step { get; }

    /// <summary>The fold, from 0, or null outside of cross-validation.</summary>
    public int? Fold { get; }

    /// <summary>The configuration of the step that failed; null for a metric.</summary>
    public object? Configuration { get; }

    /// <summary>The usual text of an exception, followed by the step's configuration.</summary>
    public override string ToString() => Configuration is null ? base.ToString() : $"{base.ToString()}{Environment.NewLine}{Step} was {Configuration}";
}
