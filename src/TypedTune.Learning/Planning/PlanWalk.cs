namespace TypedTune.Learning;

/// <summary>Finds the nodes that others of a growing plan need, visiting each once. Not thread safe.</summary>
internal sealed class PlanWalk
{
    private int[] _seen = [];
    private readonly List<PlanNode> _found = [];
    private int _walk;

    /// <summary>Lists a node and everything that it needs, each once, inputs first. The list is valid until the next call.</summary>
    public IReadOnlyList<PlanNode> From(FitPlan plan, PlanNode node)
    {
        if (_seen.Length < plan.Nodes.Count)
            Array.Resize(ref _seen, 2 * plan.Nodes.Count);
        _walk++;
        _found.Clear();
        Add(plan, node);
        return _found;
    }

    private void Add(FitPlan plan, PlanNode node)
    {
        if (_seen[node.Id] == _walk)
            return;
        _seen[node.Id] = _walk;
        var needs = plan.NeedsOf(node);
        for (int i = 0; i < needs.Count; i++)
            Add(plan, needs[i]);
        _found.Add(node);
    }
}
