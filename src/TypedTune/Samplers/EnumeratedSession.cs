using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace TypedTune;

/// <summary>Proposes the items of a sequence, one after the other.</summary>
/// <param name="configurations">What to propose, in order; enumerated once, as far as it is asked for.</param>
/// <param name="isDistinct">Whether no two of them are equal.</param>
/// <param name="count">How many there are at most; null where that is not known.</param>
internal sealed class EnumeratedSession<T>(IEnumerable<T> configurations, bool isDistinct, BigInteger? count) : ISamplerSession<T>, IDisposable
{
    private readonly IEnumerator<T> _configurations = configurations.GetEnumerator();

    public bool IsDistinct => isDistinct;

    public long? ProposalCount { get; } = count <= long.MaxValue ? (long?)count : null;

    public void Tell(Trial<T> trial)
    {
    }

    public bool TryPropose(ProposalRequest<T> request, [MaybeNullWhen(false)] out T configuration)
    {
        bool isThere = _configurations.MoveNext();
        configuration = isThere ? _configurations.Current : default;
        return isThere;
    }

    public void Dispose() => _configurations.Dispose();
}
