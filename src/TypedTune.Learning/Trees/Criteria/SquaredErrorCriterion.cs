namespace TypedTune.Learning;

/// <summary>Squared error: a leaf says its mean, and a cut is the better the further apart the means of its sides are.</summary>
/// <typeparam name="TCodes">The width of codes.</typeparam>
internal sealed class SquaredErrorCriterion<TCodes>(BinnedRows rows, LeafSize leaf) : NodeCriterion
    where TCodes : struct, ICodes
{
    private readonly RecordLayout _layout = rows.Layout;
    private readonly CutSearch<TCodes> _search = new(rows, leaf);
    private NodeSummary _node;

    /// <summary>Whether the rows on each side of a cut are counted.</summary>
    public bool CountsRows => leaf.CountsRows;

    /// <inheritdoc/>
    public override bool FindsVarying => !TCodes.AreWide;

    /// <inheritdoc/>
    public override NodeImpurity Read(ReadOnlySpan<byte> records, int count, NodeRanges ranges)
    {
        _node = FindsVarying ? NodeSummary.Of(records, _layout, count, ranges) : NodeSummary.Of(records, _layout, count);
        return new NodeImpurity(_node.Weight, _node.SquaredError);
    }

    /// <inheritdoc/>
    public override FeatureCut Find(ReadOnlySpan<byte> records, int count, NodeRanges ranges, ReadOnlySpan<int> features) =>
        _search.Find(records, count, ranges, _node.Weight, _node.Scale, features);

    /// <inheritdoc/>
    public override FeatureCut FindAmong(ReadOnlySpan<byte> records, int count, ReadOnlySpan<int> features, RandomCuts cuts) =>
        _search.FindAmong(records, count, _node.Scale, features, cuts.Codes);

    /// <inheritdoc/>
    public override double Decrease(FeatureCut cut) => cut.Score * _node.SquaredError;

    /// <inheritdoc/>
    public override double Leaf() => _node.Mean;

    /// <inheritdoc/>
    public override double LeafOf(ref byte record) => _layout.Target(ref record);
}
