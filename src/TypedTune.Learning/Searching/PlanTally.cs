namespace TypedTune.Learning;

/// <summary>Counts what a growing plan fits, and how often candidates ask for it. Not thread safe.</summary>
/// <param name="folds">How many folds each candidate is fitted on.</param>
internal sealed class PlanTally(int folds)
{
    private readonly List<string> _steps = [];
    private readonly Dictionary<string, (int Fits, int WithoutSubmodels, int Naive)> _fits = new(StringComparer.Ordinal);
    private readonly PlanWalk _walk = new();
    private int[] _uses = [];

    /// <summary>How often each step is fitted, in the order in which steps are first needed.</summary>
    public IReadOnlyList<StepFits> Steps => [.. _steps.Select(step => new StepFits(step, _fits[step].Fits, _fits[step].WithoutSubmodels, _fits[step].Naive))];

    /// <summary>How many fits there would be in a node's place on a fold, if every candidate, repeats included, fitted everything.</summary>
    public int UsesOf(PlanNode node) => _uses[node.Id];

    /// <summary>Counts candidates.</summary>
    /// <param name="plan">The plan that they are in.</param>
    /// <param name="candidates">In the order in which they run.</param>
    /// <returns>The work that comes with them, by step; over all folds.</returns>
    public IReadOnlyDictionary<string, double> Add<TSelf>(FitPlan plan, IReadOnlyList<PlannedCandidate<TSelf>> candidates)
    {
        if (_uses.Length < plan.Nodes.Count)
            Array.Resize(ref _uses, 2 * plan.Nodes.Count);
        var work = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            foreach (var node in _walk.From(plan, candidate.Score!))
            {
                bool isNew = _uses[node.Id] == 0;
                _uses[node.Id] += candidate.Occurrences;
                if (plan.StepOf(node) is not { } step)
                    continue;
                Count(step, node, isNew, candidate.Occurrences);
                if (isNew)
                    work[step] = work.GetValueOrDefault(step) + node.Estimate.Work * folds;
            }
        }

        return work;
    }

    private void Count(string step, PlanNode node, bool isNew, int occurrences)
    {
        if (!_fits.TryGetValue(step, out var counts))
            _steps.Add(step);
        if (isNew)
            counts = (counts.Fits + folds, counts.WithoutSubmodels + folds * node.FitsWithoutSubmodels, counts.Naive);
        _fits[step] = counts with { Naive = counts.Naive + folds * occurrences };
    }
}
