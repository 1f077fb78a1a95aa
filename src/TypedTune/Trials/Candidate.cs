namespace TypedTune;

/// <summary>A configuration that was proposed and is not evaluated yet.</summary>
/// <typeparam name="T">The configuration.</typeparam>
/// <param name="Index">Its place in the order of proposal, from 0.</param>
/// <param name="Configuration">What to evaluate.</param>
public readonly record struct Candidate<T>(int Index, T Configuration)
{
    /// <summary>How often the configuration had been proposed when the candidate was handed out, at least 1.</summary>
    public int Occurrences { get; init; } = 1;
}
