namespace TypedTune.Learning;

/// <summary>Decides which of the predictors that could share one fit are quicker with it.</summary>
internal static class SubmodelGroups
{
    /// <summary>Groups predictors: each joins the costliest one if that adds less work to its fit than a fit of its own would take.</summary>
    /// <returns>Groups, each with the configuration whose fit serves all of its members; the member of a group of one is fitted by itself.</returns>
    public static IReadOnlyList<(IReadOnlyList<PredictorNode<TTarget>> Members, ISubmodels<TTarget> Widest)> Divide<TTarget>(IReadOnlyList<PredictorNode<TTarget>> members)
    {
        var input = members[0].Input;
        if (members.Count < 2)
            return [(members, PredictorOf(members[0]))];
        if (!members.All(member => member.Configuration is IFitEstimate))
            return [(members, Whole(members, input.Rows))];
        var groups = new List<(List<PredictorNode<TTarget>> Members, ISubmodels<TTarget> Widest, double Work)>();
        foreach (var member in members.OrderByDescending(member => member.Estimate.Work))
        {
            var best = (Index: -1, Widest: PredictorOf(member), member.Estimate.Work);
            for (int i = 0; i < groups.Count; i++)
            {
                var widest = groups[i].Widest.Widest([groups[i].Widest, PredictorOf(member)], input.Rows);
                double more = FitEstimate.Of(widest, input).Work - groups[i].Work;
                if (more < best.Work)
                    best = (i, widest, more);
            }

            if (best.Index < 0)
            {
                groups.Add(([member], PredictorOf(member), member.Estimate.Work));
            }
            else
            {
                groups[best.Index].Members.Add(member);
                groups[best.Index] = (groups[best.Index].Members, best.Widest, groups[best.Index].Work + best.Work);
            }
        }

        // In the order of their planning, whichever is the costliest.
        return [.. groups.Select(group => ((IReadOnlyList<PredictorNode<TTarget>>)[.. group.Members.OrderBy(member => member.Id)], Whole(group.Members, input.Rows)))];
    }

    private static ISubmodels<TTarget> Whole<TTarget>(IReadOnlyList<PredictorNode<TTarget>> members, int rows) => PredictorOf(members[0]).Widest([.. members.Select(PredictorOf)], rows);

    private static ISubmodels<TTarget> PredictorOf<TTarget>(PredictorNode<TTarget> member) => (ISubmodels<TTarget>)member.Configuration;
}
