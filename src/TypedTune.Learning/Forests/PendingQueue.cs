namespace TypedTune.Learning;

/// <summary>
/// The nodes yet to be visited. Where leaves are limited, those come first that lower the impurity most, and of equal ones the
/// one made first; else the one added last, which keeps few of them waiting.
/// </summary>
/// <typeparam name="TNode">A node.</typeparam>
internal sealed class PendingQueue<TNode>
    where TNode : struct
{
    /// <summary>The priority of a node that cannot be split.</summary>
    public const double Last = -1;

    // Not a Stack, which counts its changes for who might be reading along.
    private TNode[] _stack = new TNode[64];
    private int _count;
    private readonly PriorityQueue<TNode, (double, int)>? _best;

    private PendingQueue(bool bestFirst) => _best = bestFirst ? new() : null;

    /// <summary>Whether priorities are looked at.</summary>
    public bool IsBestFirst => _best is not null;

    /// <summary>Whether a node is visited as soon as it is made, instead of waiting: of two rows, a third of all splits, which takes a twentieth off a fit.</summary>
    /// <param name="rows">How many distinct rows it has.</param>
    public bool VisitsAtOnce(int rows) => rows == 2 && !IsBestFirst;

    /// <summary>The queue of a tree that stops there.</summary>
    public static PendingQueue<TNode> For(TreeStop stop) => new(stop.LimitsLeaves);

    /// <summary>Adds a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="number">Its number, by the order in which nodes are made.</param>
    /// <param name="priority">How much its split lowers the impurity, or <see cref="Last"/>.</param>
    public void Push(in TNode node, int number, double priority)
    {
        if (_best is not null)
        {
            _best.Enqueue(node, (-priority, number));
            return;
        }

        if (_count == _stack.Length)
            Array.Resize(ref _stack, 2 * _count);
        _stack[_count++] = node;
    }

    /// <summary>Takes the next node.</summary>
    public bool TryPop(out TNode node)
    {
        if (_best is not null)
            return _best.TryDequeue(out node, out _);
        bool isAny = _count > 0;
        node = isAny ? _stack[--_count] : default;
        return isAny;
    }

    /// <summary>Lets all nodes that are left come by their numbers, once none of them is to be split.</summary>
    public void ForgetPriorities()
    {
        var left = _best!.UnorderedItems.ToArray();
        _best.Clear();
        foreach (var (node, (_, number)) in left)
            Push(node, number, Last);
    }

    /// <summary>Forgets all nodes.</summary>
    public void Clear()
    {
        _count = 0;
        _best?.Clear();
    }
}
