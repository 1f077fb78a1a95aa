using System.Text;

namespace TypedTune.Learning;

/// <summary>
/// A plan of fits that serves all folds: a list of nodes, each after the nodes that it needs. It holds no data and no results. Immutable; two plans are equal if
/// all their nodes are.
/// </summary>
internal sealed class FitPlan : IEquatable<FitPlan>
{
    private readonly ArraySegment<PathNode?> _paths;

    public FitPlan(ArraySegment<PlanNode> nodes, ArraySegment<PathNode?> paths, RowCounts rows)
    {
        Nodes = nodes;
        _paths = paths;
        Rows = rows;
    }

    /// <summary>The nodes by their numbers.</summary>
    public IReadOnlyList<PlanNode> Nodes { get; }

    /// <summary>How many rows a fold has, about.</summary>
    public RowCounts Rows { get; }

    /// <summary>The fit that a predictor takes its predictions from, when only predictions are wanted; null if it fits by itself.</summary>
    public PathNode? PathOf(PlanNode node) => _paths[node.Id];

    /// <summary>The inputs that a node needs when only predictions are wanted.</summary>
    public IReadOnlyList<PlanNode> NeedsOf(PlanNode node) => PathOf(node)?.Alone ?? node.Inputs;

    /// <summary>The step that a node fits when only predictions are wanted; null if it fits nothing.</summary>
    public string? StepOf(PlanNode node) => PathOf(node) is null ? node.Step : null;

    public bool Equals(FitPlan? other) => other is not null
        && Rows == other.Rows
        && Nodes.Count == other.Nodes.Count
        && Nodes.Zip(other.Nodes).All(pair => pair.First.IsSame(pair.Second) && PathOf(pair.First)?.Id == other.PathOf(pair.Second)?.Id);

    public override bool Equals(object? obj) => Equals(obj as FitPlan);

    public override int GetHashCode() => HashCode.Combine(Rows, Nodes.Count, Nodes.Count == 0 ? "" : Nodes[^1].Operation);

    /// <summary>A line a node.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var node in Nodes)
            text.AppendLine(PathOf(node) is { } path ? $"{node}, taken from {path.Id}" : node.ToString());
        return text.ToString();
    }
}
