namespace TypedTune.Learning;

/// <summary>Collects the predictors of a batch that could share one fit, until the batch is complete. Not thread safe.</summary>
internal sealed class PendingSubmodels(NodePool pool, PredictionRules rules)
{
    private readonly Dictionary<(object SubmodelKey, PlanNode Input), List<PredictorNode<double[]>>> _numbers = [];
    private readonly Dictionary<(object SubmodelKey, PlanNode Input), List<PredictorNode<Categories>>> _labels = [];

    /// <summary>Looks at a node that was added.</summary>
    public void Add(PlanNode node)
    {
        if (node is PredictorNode<double[]> regressor)
            Add(_numbers, regressor);
        else if (node is PredictorNode<Categories> classifier)
            Add(_labels, classifier);
    }

    /// <summary>Plans one fit for each group that is quicker together.</summary>
    public void Complete(RowCounts rows)
    {
        Complete(_numbers, rows);
        Complete(_labels, rows);
    }

    private void Add<TTarget>(Dictionary<(object SubmodelKey, PlanNode Input), List<PredictorNode<TTarget>>> pending, PredictorNode<TTarget> node)
    {
        if (!node.WantsPointsOnly || !rules.SharesSubmodels(node) || node.Configuration is not ISubmodels<TTarget> predictor || !IsLegal(predictor))
            return;
        var key = (predictor.SubmodelKey, node.Inputs[0]);
        if (!pending.TryGetValue(key, out var members))
            pending.Add(key, members = []);
        members.Add(node);
    }

    private void Complete<TTarget>(Dictionary<(object SubmodelKey, PlanNode Input), List<PredictorNode<TTarget>>> pending, RowCounts rows)
    {
        // In the order of planning: the dictionary only finds which belong together.
        foreach (var members in pending.Values.OrderBy(members => members[0].Id))
        {
            foreach (var (group, widest) in Divide(members))
            {
                if (group.Count < 2)
                    continue;
                var shared = new SubmodelsNode<TTarget>(new NodePlace(pool.Count, group[0].Inputs[0].Alone, group[0].Scope, rows), [.. group], widest);
                pool.Add(shared, null);
                pool.Join(shared);
            }
        }

        pending.Clear();
    }

    // What cannot be fitted together is fitted one by one, and fails by itself if that fails too.
    private static IReadOnlyList<(IReadOnlyList<PredictorNode<TTarget>> Members, ISubmodels<TTarget> Widest)> Divide<TTarget>(List<PredictorNode<TTarget>> members)
    {
        try
        {
            return SubmodelGroups.Divide(members);
        }
        catch (Exception)
        {
            return [];
        }
    }

    // One that is not fails by itself, and takes no other with it.
    private static bool IsLegal(object predictor)
    {
        try
        {
            DeclaredBounds.Check(predictor);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
