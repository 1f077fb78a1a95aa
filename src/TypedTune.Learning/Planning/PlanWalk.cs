namespace TypedTune.Learning;

/// <summary>Finds what nodes of a plan need, without looking at any twice. Not thread safe.</summary>
internal sealed class PlanWalk(FitPlan plan)
{
    private readonly int[] _seen = new int[plan.Nodes.Count];
    private readonly List<PlanNode> _found = [];
    private int _walk;

    /// <summary>A node and everything that it needs, each once, inputs first; valid until the next call.</summary>
    public IReadOnlyList<PlanNode> From(PlanNode node)
    {
        _walk++;
        _found.Clear();
        Add(node);
        return _found;
    }

    private void Add(PlanNode node)
    {
        if (_seen[node.Id] == _walk)
            return;
        _seen[node.Id] = _walk;
        var needs = plan.NeedsOf(node);
        for (int i = 0; i < needs.Count; i++)
            Add(needs[i]);
        _found.Add(node);
    }
}
