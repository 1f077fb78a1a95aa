using System.Runtime.CompilerServices;

namespace TypedTune.Learning;

/// <summary>Nodes that are visited in rounds: what is added during a round is for the next one.</summary>
/// <typeparam name="TNode">A node.</typeparam>
internal sealed class PendingRounds<TNode>
    where TNode : struct
{
    private TNode[] _round = new TNode[64];
    private TNode[] _next = new TNode[64];
    private int _taken;
    private int _count;

    /// <summary>How many nodes wait for the next round.</summary>
    public int Waiting { get; private set; }

    /// <summary>Adds a node.</summary>
    public void Add(in TNode node)
    {
        Reserve(1);
        _next[Waiting++] = node;
    }

    /// <summary>Makes room for so many nodes more.</summary>
    public void Reserve(int nodes)
    {
        if (Waiting + nodes > _next.Length)
            Array.Resize(ref _next, 2 * (Waiting + nodes));
    }

    /// <summary>Adds a node or not, without a branch that could be mispredicted; there must be room for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddIf(bool condition, in TNode node)
    {
        _next[Waiting] = node;
        Waiting += condition ? 1 : 0;
    }

    /// <summary>Begins a round of all that wait.</summary>
    public void Begin()
    {
        (_round, _next) = (_next, _round);
        (_taken, _count, Waiting) = (0, Waiting, 0);
    }

    /// <summary>Takes the next nodes of the round: at most so many, none at its end. Good until a round begins.</summary>
    public ReadOnlySpan<TNode> Take(int most)
    {
        var nodes = _round.AsSpan(_taken, Math.Min(most, _count - _taken));
        _taken += nodes.Length;
        return nodes;
    }

    /// <summary>Forgets all nodes.</summary>
    public void Clear() => (_taken, _count, Waiting) = (0, 0, 0);
}
