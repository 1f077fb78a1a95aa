namespace TypedTune;

/// <summary>Finds the scores of candidates. An evaluator is a description; each study starts a session of its own.</summary>
/// <typeparam name="T">The configuration.</typeparam>
public interface IEvaluator<T>
{
    /// <summary>What scores depend on beside the configuration, such as the data, for stores to tell studies apart by. Default: nothing.</summary>
    IReadOnlyList<IdentityPart> Identity => [];

    /// <summary>Starts evaluating for one study.</summary>
    /// <param name="start">Where results go, whose threads to use, and when to stop.</param>
    /// <exception cref="ArgumentException">The study cannot be evaluated at all; the message says why. Thrown before any candidate is proposed.</exception>
    IEvaluatorSession<T> Start(EvaluatorStart<T> start);
}
