namespace TypedTune.Contracts;

/// <summary>How an <see cref="EvaluatorJob"/> ends.</summary>
public enum JobEnding
{
    /// <summary>With its score.</summary>
    Score,

    /// <summary>By an exception.</summary>
    Throw,

    /// <summary>With a score that is not a number.</summary>
    NoNumber,

    /// <summary>Not for minutes, unless it is cancelled.</summary>
    Hang,
}
