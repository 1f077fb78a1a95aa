using System.Runtime.CompilerServices;

namespace TypedTune.Learning;

/// <summary>The nodes of a growing plan, each found by what makes it the same as another. Not thread safe.</summary>
internal sealed class NodePool
{
    private readonly Dictionary<Key, PlanNode> _known = [];
    private PlanNode[] _nodes = new PlanNode[16];
    private SubmodelsNode?[] _sharedFits = new SubmodelsNode?[16];

    public int Count { get; private set; }

    public PlanNode this[int id] => _nodes[id];

    /// <summary>The nodes so far, and the fit that each shares; what is added later does not change them.</summary>
    public (ArraySegment<PlanNode> Nodes, ArraySegment<SubmodelsNode?> SharedFits) Snapshot() => (new(_nodes, 0, Count), new(_sharedFits, 0, Count));

    /// <summary>The node that does an operation with a configuration on inputs, if there is one already.</summary>
    public PlanNode? Find(string operation, object configuration, PlanNode[] inputs) => _known.GetValueOrDefault(new Key(operation, configuration, inputs));

    /// <summary>Adds a node with the number <see cref="Count"/>.</summary>
    /// <param name="node">The node.</param>
    /// <param name="inputs">Its inputs; null where it is like no other, and so never found.</param>
    public void Add(PlanNode node, PlanNode[]? inputs)
    {
        if (Count == _nodes.Length)
        {
            // Copies, so that what was handed out stays as it is.
            Array.Resize(ref _nodes, 2 * Count);
            Array.Resize(ref _sharedFits, 2 * Count);
        }

        _nodes[Count++] = node;
        if (inputs is not null)
            _known.Add(new Key(node.Operation, node.Configuration, inputs), node);
    }

    /// <summary>Lets members take their predictions from a fit that they share. They must have been added since the last snapshot.</summary>
    public void Join(SubmodelsNode shared)
    {
        foreach (var member in shared.Members)
            _sharedFits[member.Id] = shared;
    }

    /// <summary>The key of a node: two nodes are the same if operation, configuration and inputs are.</summary>
    private readonly struct Key(string operation, object configuration, PlanNode[] inputs) : IEquatable<Key>
    {
        private readonly string _operation = operation;
        private readonly object _configuration = configuration;
        private readonly PlanNode[] _inputs = inputs;

        public bool Equals(Key other)
        {
            if (_operation != other._operation || _inputs.Length != other._inputs.Length || !_configuration.Equals(other._configuration))
                return false;
            for (int i = 0; i < _inputs.Length; i++)
            {
                if (!ReferenceEquals(_inputs[i], other._inputs[i]))
                    return false;
            }

            return true;
        }

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(_operation);
            hash.Add(_configuration);
            foreach (var input in _inputs)
                hash.Add(RuntimeHelpers.GetHashCode(input));
            return hash.ToHashCode();
        }
    }
}
