using System.Numerics;

namespace TypedTune;

/// <summary>Where the candidates of a study come from.</summary>
/// <param name="Session">The sampler at work.</param>
/// <param name="Learns">Whether it is told trials.</param>
internal sealed record ProposalOptions<T>(ISamplerSession<T> Session, bool Learns)
{
    /// <summary>Configurations that come before the sampler's.</summary>
    public IReadOnlyList<T> Enqueued { get; init; } = [];

    /// <summary>Trials that are not evaluated again.</summary>
    public KnownTrials<T>? Known { get; init; }

    /// <summary>How many distinct candidates there may be; null for any number.</summary>
    public int? Most { get; init; }

    /// <summary>How many points the space has; null where that is not known.</summary>
    public BigInteger? Cardinality { get; init; }

    /// <summary>How many trials may be pending when another candidate is proposed; null for any number.</summary>
    public int? Window { get; init; }
}
