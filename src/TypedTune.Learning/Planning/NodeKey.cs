using System.Runtime.CompilerServices;

namespace TypedTune.Learning;

/// <summary>What makes two nodes of a fold the same: what is done, with which configuration, on the very same inputs.</summary>
internal readonly struct NodeKey(string operation, object configuration, FitNode[] inputs) : IEquatable<NodeKey>
{
    private readonly string _operation = operation;
    private readonly object _configuration = configuration;
    private readonly FitNode[] _inputs = inputs;

    public bool Equals(NodeKey other)
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

    public override bool Equals(object? obj) => obj is NodeKey other && Equals(other);

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
