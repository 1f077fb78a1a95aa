using System.Runtime.CompilerServices;

namespace TypedTune.Learning;

/// <summary>
/// The nodes yet to be visited. Where leaves are limited, those come first that lower the impurity most, and of equal ones the
/// one made first. Else a large node comes before those made earlier, which keeps few of them waiting, and small ones wait until there are
/// many, so that they can be worked on side by side; pairs of rows likewise.
/// </summary>
/// <typeparam name="TNode">A node.</typeparam>
internal sealed class PendingQueue<TNode>
    where TNode : struct
{
    /// <summary>The priority of a node that cannot be split.</summary>
    public const double Last = -1;

    /// <summary>How many nodes make a round of small ones or of pairs: with 8 a fit takes longer, with 160 no less.</summary>
    public const int RoundNodes = 64;

    private const int SmallRows = PairSearch.MaxRows;

    // Not a Stack, which counts its changes for who might be reading along.
    private TNode[] _large = new TNode[64];
    private int _largeCount;
    private readonly PendingRounds<TNode> _small = new();
    private readonly PendingRounds<TNode> _pairs = new();
    private readonly PriorityQueue<TNode, (double, int)>? _best;
    private readonly TNode[] _single = new TNode[1];

    private PendingQueue(bool bestFirst) => _best = bestFirst ? new() : null;

    /// <summary>Whether priorities are looked at.</summary>
    public bool IsBestFirst => _best is not null;

    /// <summary>The queue of a tree that stops there.</summary>
    public static PendingQueue<TNode> For(TreeStop stop) => new(stop.LimitsLeaves);

    /// <summary>Adds a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="rows">How many distinct rows it has.</param>
    /// <param name="number">Its number, by the order in which nodes are made.</param>
    /// <param name="priority">How much its split lowers the impurity, or <see cref="Last"/>.</param>
    public void Push(in TNode node, int rows, int number, double priority)
    {
        if (_best is not null)
        {
            _best.Enqueue(node, (-priority, number));
            return;
        }

        // A single row is not split, whenever it is visited.
        if (rows is >= 2 and <= SmallRows)
        {
            (rows == 2 ? _pairs : _small).Add(node);
            return;
        }

        if (_largeCount == _large.Length)
            Array.Resize(ref _large, 2 * _largeCount);
        _large[_largeCount++] = node;
    }

    /// <summary>Makes room for so many small nodes or pairs more.</summary>
    public void ReserveSmall(int nodes)
    {
        _small.Reserve(nodes);
        _pairs.Reserve(nodes);
    }

    /// <summary>Adds a node of a tree whose leaves are not limited, if it has several rows; room must be reserved.</summary>
    /// <param name="node">The node.</param>
    /// <param name="rows">How many distinct rows it has: not more than a small one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PushSmall(in TNode node, int rows)
    {
        _pairs.AddIf(rows == 2, node);
        _small.AddIf(rows > 2, node);
    }

    /// <summary>Takes the next nodes: at most so many, none when none is left. Good until the next are taken.</summary>
    public ReadOnlySpan<TNode> Pop(int most)
    {
        if (_best is not null)
            return _best.TryDequeue(out _single[0], out _) ? _single : [];
        if (_pairs.Take(most) is { Length: > 0 } pairs)
            return pairs;
        if (_small.Take(most) is { Length: > 0 } small)
            return small;
        bool isOnlySmall = _largeCount == 0;
        if (_pairs.Waiting >= RoundNodes || (isOnlySmall && _small.Waiting == 0 && _pairs.Waiting > 0))
        {
            _pairs.Begin();
            return _pairs.Take(most);
        }

        if (_small.Waiting >= RoundNodes || (isOnlySmall && _small.Waiting > 0))
        {
            _small.Begin();
            return _small.Take(most);
        }

        if (isOnlySmall)
            return [];
        _single[0] = _large[--_largeCount];
        return _single;
    }

    /// <summary>Takes the next node.</summary>
    public bool TryPop(out TNode node)
    {
        var nodes = Pop(1);
        node = nodes.Length > 0 ? nodes[0] : default;
        return nodes.Length > 0;
    }

    /// <summary>Lets all nodes that are left come by their numbers, once none of them is to be split.</summary>
    public void ForgetPriorities()
    {
        var left = _best!.UnorderedItems.ToArray();
        _best.Clear();
        foreach (var (node, (_, number)) in left)
            _best.Enqueue(node, (-Last, number));
    }

    /// <summary>Forgets all nodes.</summary>
    public void Clear()
    {
        _largeCount = 0;
        _small.Clear();
        _pairs.Clear();
        _best?.Clear();
    }
}
