namespace TypedTune.Learning;

/// <summary>The nodes of a plan, by what makes them the same.</summary>
internal sealed class NodePool
{
    private readonly Dictionary<NodeKey, FitNode> _steps;
    private readonly Dictionary<NodeKey, FitNode> _predictions = [];
    private readonly List<FitNode> _nodes = [];

    public NodePool()
        : this([])
    {
    }

    private NodePool(Dictionary<NodeKey, FitNode> steps) => _steps = steps;

    /// <summary>Every node, inputs before what needs them but for parted paths.</summary>
    public IReadOnlyList<FitNode> Nodes => _nodes;

    /// <summary>A pool that knows the same steps, and predictions of its own.</summary>
    public NodePool WithoutPredictions() => new(_steps);

    /// <summary>The node of a step, or of data, made where there is none yet.</summary>
    public TNode GetOrAddStep<TNode>(string operation, object configuration, FitNode[] inputs, Func<TNode> create)
        where TNode : FitNode => GetOrAdd(_steps, operation, configuration, inputs, create);

    /// <summary>The node of a predictor, made where there is none yet.</summary>
    public TNode GetOrAddPrediction<TNode>(string operation, object configuration, FitNode[] inputs, Func<TNode> create)
        where TNode : FitNode => GetOrAdd(_predictions, operation, configuration, inputs, create);

    /// <summary>Adds a node that is like no other.</summary>
    public TNode Register<TNode>(TNode node)
        where TNode : FitNode
    {
        _nodes.Add(node);
        return node;
    }

    private TNode GetOrAdd<TNode>(Dictionary<NodeKey, FitNode> known, string operation, object configuration, FitNode[] inputs, Func<TNode> create)
        where TNode : FitNode
    {
        var key = new NodeKey(operation, configuration, inputs);
        if (known.TryGetValue(key, out var node) && node is TNode same)
            return same;
        var added = Register(create());
        known[key] = added;
        return added;
    }
}
