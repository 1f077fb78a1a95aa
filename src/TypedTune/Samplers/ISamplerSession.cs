using System.Diagnostics.CodeAnalysis;

namespace TypedTune;

/// <summary>A sampler at work for one study. It is called by one thread at a time, and may keep whatever state it likes.</summary>
/// <typeparam name="T">The configuration.</typeparam>
public interface ISamplerSession<T>
{
    /// <summary>Whether no two proposals are equal, so that the study need not look for duplicates. Default: <see langword="false"/>.</summary>
    bool IsDistinct => false;

    /// <summary>How many proposals come in all, duplicates included; null where that is not known. Default: null.</summary>
    long? ProposalCount => null;

    /// <summary>Learns the result of a trial. Called for each trial once, in the order of proposal, also for pruned and failed ones, if the sampler learns.</summary>
    /// <param name="trial">The trial.</param>
    void Tell(Trial<T> trial);

    /// <summary>
    /// Proposes the next configuration. A configuration that was proposed before is not evaluated again: the study counts it and asks once more. After 10,000 of
    /// these in a row the study ends, as <see cref="StopReason.Repetition"/>, unless <see cref="ProposalCount"/> says how many come.
    /// </summary>
    /// <param name="request">The candidate's place, and what is pending.</param>
    /// <param name="configuration">The configuration, if there is one: a point of the space. The study checks its declared bounds, and not that the space holds it.</param>
    /// <returns>False where there are no more configurations; the study does not ask again.</returns>
    bool TryPropose(ProposalRequest<T> request, [MaybeNullWhen(false)] out T configuration);
}
