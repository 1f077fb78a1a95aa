using System.Text;

namespace TypedTune.Learning;

/// <summary>
/// A plan of fits that serves all folds: a list of nodes, each after the nodes that it needs. It holds no data and no results. Immutable; two plans are equal if
/// all their nodes are.
/// </summary>
internal sealed class FitPlan : IEquatable<FitPlan>
{
    private readonly ArraySegment<SubmodelsNode?> _sharedFits;

    public FitPlan(ArraySegment<PlanNode> nodes, ArraySegment<SubmodelsNode?> sharedFits, RowCounts rows)
    {
        Nodes = nodes;
        _sharedFits = sharedFits;
        Rows = rows;
    }

    /// <summary>The nodes by their numbers.</summary>
    public IReadOnlyList<PlanNode> Nodes { get; }

    /// <summary>How many rows a fold has, about.</summary>
    public RowCounts Rows { get; }

    /// <summary>The fit that a predictor takes its predictions from, when only predictions are wanted; null if it fits by itself.</summary>
    public SubmodelsNode? SharedFitOf(PlanNode node) => _sharedFits[node.Id];

    /// <summary>The inputs that a node needs when only predictions are wanted.</summary>
    public IReadOnlyList<PlanNode> NeedsOf(PlanNode node) => SharedFitOf(node)?.Alone ?? node.Inputs;

    /// <summary>The step that a node fits when only predictions are wanted; null if it fits nothing.</summary>
    public string? StepOf(PlanNode node) => SharedFitOf(node) is null ? node.Step : null;

    public bool Equals(FitPlan? other) => other is not null
        && Rows == other.Rows
        && Nodes.Count == other.Nodes.Count
        && Nodes.Zip(other.Nodes).All(pair => pair.First.IsSame(pair.Second) && SharedFitOf(pair.First)?.Id == other.SharedFitOf(pair.Second)?.Id);

    public override bool Equals(object? obj) => Equals(obj as FitPlan);

    public override int GetHashCode() => HashCode.Combine(Rows, Nodes.Count, Nodes.Count == 0 ? "" : Nodes[^1].Operation);

    /// <summary>A line a node.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var node in Nodes)
            text.AppendLine(SharedFitOf(node) is { } shared ? $"{node}, taken from {shared.Id}" : node.ToString());
        return text.ToString();
    }
}
