namespace TypedTune;

/// <summary>Proposes the configurations that a study evaluates. A sampler is a description; each study starts a session of its own.</summary>
/// <remarks>
/// <para>Implement it as an immutable record whose properties are the sampler's options.</para>
/// <para>
/// Proposals must depend on the start, on what the session was told, and on the pending candidates alone, and all randomness must come from
/// <see cref="SamplerStart{T}.Seed"/>. The study makes one fixed sequence of calls: with at most W pending trials it proposes 0 to W − 1, and then for
/// k = 0, 1, 2, … tells trial k and proposes the next. So the trials are the same at any number of threads, and after a stop and a restart.
/// </para>
/// </remarks>
public interface ISampler
{
    /// <summary>
    /// Whether proposals depend on the outcomes of trials. If so, <see cref="Study{T}.MaxPendingTrials"/> limits how many trials may be pending
    /// when the next one is proposed. A sampler that does not learn is told nothing, and its candidates may be planned together.
    /// </summary>
    bool Learns { get; }

    /// <summary>Starts proposing for one study.</summary>
    /// <typeparam name="T">The configuration.</typeparam>
    /// <param name="start">What is searched, and the seed.</param>
    /// <exception cref="ArgumentException">The sampler cannot propose from such a space; the message says which one can.</exception>
    ISamplerSession<T> Start<T>(SamplerStart<T> start);
}
