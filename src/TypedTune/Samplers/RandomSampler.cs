using System.Numerics;

namespace TypedTune;

/// <summary>
/// Proposes random points of a space (Bergstra and Bengio, "Random search for hyper-parameter optimization", 2012), each configuration once. Of a grid
/// every point is as likely; see <see cref="Space{T}"/> for the rest. Immutable and thread safe.
/// </summary>
/// <remarks>Equal spaces and seeds give equal proposals in every process.</remarks>
public sealed record RandomSampler : ISampler
{
    private readonly int? _count;

    /// <summary>How many configurations are proposed at most, at least 1. Default: null, as many as the space holds or the budget allows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? Count
    {
        get => _count;
        init => _count = !(value < 1) ? value : throw new ArgumentOutOfRangeException(nameof(Count), value, $"The number of random configurations must be at least 1, but is {value}.");
    }

    /// <inheritdoc/>
    public bool Learns => false;

    /// <inheritdoc/>
    public ISamplerSession<T> Start<T>(SamplerStart<T> start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var drawn = RandomDraws.From(start.Space, start.Seed);
        BigInteger? most = start.Space.Cardinality is { } points && !(points > Count) ? points : Count;
        return new EnumeratedSession<T>(Count is { } count ? drawn.Take(count) : drawn, isDistinct: true, most);
    }
}
