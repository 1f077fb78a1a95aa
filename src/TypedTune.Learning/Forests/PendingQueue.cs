using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Learning;

/// <summary>
/// The nodes yet to be visited. Where leaves are limited, those come first that lower the impurity most, and of equal ones the
/// one made first; else the one added last, which keeps few of them waiting.
/// </summary>
/// <typeparam name="TNode">A node.</typeparam>
internal sealed class PendingQueue<TNode>
{
    /// <summary>The priority of a node that cannot be split.</summary>
    public const double Last = -1;

    private readonly Stack<TNode> _stack = new();
    private readonly PriorityQueue<TNode, (double, int)>? _best;

    private PendingQueue(bool bestFirst) => _best = bestFirst ? new() : null;

    /// <summary>Whether priorities are looked at.</summary>
    public bool IsBestFirst => _best is not null;

    /// <summary>The queue of a tree that stops there.</summary>
    public static PendingQueue<TNode> For(TreeStop stop) => new(stop.LimitsLeaves);

    /// <summary>Adds a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="number">Its number, by the order in which nodes are made.</param>
    /// <param name="priority">How much its split lowers the impurity, or <see cref="Last"/>.</param>
    public void Push(TNode node, int number, double priority)
    {
        if (_best is null)
            _stack.Push(node);
        else
            _best.Enqueue(node, (-priority, number));
    }

    /// <summary>Takes the next node.</summary>
    public bool TryPop([MaybeNullWhen(false)] out TNode node) => _best is null ? _stack.TryPop(out node) : _best.TryDequeue(out node, out _);

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
        _stack.Clear();
        _best?.Clear();
    }
}
