using System.Text;

namespace TypedTune.Learning;

/// <summary>
/// What is to be computed, once for all folds: nodes, each after those that it needs. Immutable; equal where all nodes are, whoever planned them. It holds no
/// data and no result.
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

    /// <summary>The fit that a predictor takes its predictions from, where predictions are all that is wanted; null where it fits by itself.</summary>
    public PathNode? PathOf(PlanNode node) => _paths[node.Id];

    /// <summary>What a node needs where predictions are all that is wanted.</summary>
    public IReadOnlyList<PlanNode> NeedsOf(PlanNode node) => PathOf(node)?.Alone ?? node.Inputs;

    /// <summary>The step that a node fits where predictions are all that is wanted; null where it fits none.</summary>
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
