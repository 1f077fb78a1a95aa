namespace TypedTune.Learning;

/// <summary>Puts the branches of a column transformer side by side.</summary>
/// <param name="place">Its inputs are the branches' outputs.</param>
/// <param name="configuration">The column transformer.</param>
/// <param name="names">The branches' names.</param>
/// <param name="parts">The nodes that the transformer named.</param>
/// <param name="create">Makes the fitted object.</param>
internal sealed class ConcatenateNode(NodePlace place, object configuration, string[] names, PlanNode[] parts, Func<FeatureNames, IFits, object?> create)
    : DataNode<FeatureMatrix>(place, "concatenate", configuration, new InputSize(place.Rows.Learned, place.Inputs.Sum(input => ((IDataNode)input).Size.Columns)))
{
    public override object Run(NodeRun run)
    {
        FoldData<FeatureMatrix>[] branches = [.. Inputs.Select(run.DataOf<FeatureMatrix>)];
        FeatureNames? all = null;
        var fitted = run.Fit(() =>
        {
            all = FeatureNames.Concatenate(branches.Zip(names, (branch, name) => branch.Train.Names.Prefixed(name)));
            return create(all, new FittedParts(run, parts, Inputs));
        });
        var joined = run.Apply(() => new FoldData<FeatureMatrix>(
            Join(all!, branches, branch => branch.Train)!,
            Join(all!, branches, branch => branch.Validation),
            Array.Exists(branches, branch => branch.TrainAsNew is not null) ? Join(all!, branches, branch => branch.ToPredict) : null));
        return new DataResult<FeatureMatrix>(joined, fitted);
    }

    public override PlanNode At(NodePlace place) => new ConcatenateNode(place, Configuration, names, parts, create);

    private static FeatureMatrix? Join(FeatureNames names, FoldData<FeatureMatrix>[] branches, Func<FoldData<FeatureMatrix>, FeatureMatrix?> part) =>
        part(branches[0]) is null ? null : FeatureMatrix.Concatenate(names, [.. branches.Select(branch => part(branch)!)]);
}
