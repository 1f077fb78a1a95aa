namespace TypedTune.Learning;

/// <summary>Purity of classes: a leaf says the share of each, and a cut is the better the purer its sides are.</summary>
/// <typeparam name="TImpurity">What is measured.</typeparam>
/// <typeparam name="TCodes">The width of codes.</typeparam>
internal sealed class ClassCriterion<TImpurity, TCodes>(BinnedRows rows, int classes, LeafSize leaf) : NodeCriterion
    where TCodes : struct, ICodes
    where TImpurity : struct, IClassImpurity
{
    private readonly RecordLayout _layout = rows.Layout;
    private readonly ClassNode _node = new(classes);
    private readonly CutSearch<TCodes> _twoClasses = new(rows, leaf);
    private readonly ClassCutSearch<TCodes> _manyClasses = new(rows, classes, leaf);
    private readonly LeafDistributions _distributions = new(classes);

    // With two classes left, as in most nodes, Gini's impurity is twice a squared error.
    private bool IsSquaredError => typeof(TImpurity) == typeof(GiniImpurity) && _node.Count == 2;

    private ClassShare FirstClass => new(_node.Present[0], (float)(_node.WeightOf(_node.Present[0]) / _node.Weight));

    /// <inheritdoc/>
    public override double[] TakeDistributions() => _distributions.Take();

    /// <inheritdoc/>
    public override NodeImpurity Read(ReadOnlySpan<byte> records, int count, NodeRanges ranges)
    {
        _node.Read(records, _layout, count);
        double pure = TImpurity.Side(TImpurity.Term(_node.Weight), _node.Weight);
        return new NodeImpurity(_node.Weight, _node.Count == 1 ? 0 : Math.Max(double.Epsilon, pure - _node.Purity<TImpurity>()));
    }

    /// <inheritdoc/>
    public override FeatureCut Find(ReadOnlySpan<byte> records, int count, NodeRanges ranges, ReadOnlySpan<int> features)
    {
        if (!IsSquaredError)
            return _manyClasses.Find<TImpurity>(records, count, ranges, _node, features);
        return _twoClasses.Find(records, count, ranges, _node.Weight, FirstClass, features);
    }

    /// <inheritdoc/>
    public override FeatureCut FindAmong(ReadOnlySpan<byte> records, int count, ReadOnlySpan<int> features, RandomCuts cuts) => IsSquaredError
        ? _twoClasses.FindAmong(records, count, FirstClass, features, cuts.Codes)
        : _manyClasses.FindAmong<TImpurity>(records, count, _node, features, cuts.Codes);

    /// <inheritdoc/>
    public override double Decrease(FeatureCut cut) => IsSquaredError ? 2 * cut.Score * _node.Weight : cut.Score;

    /// <inheritdoc/>
    public override double Leaf() => _distributions.Add(_node);

    /// <inheritdoc/>
    public override double LeafOf(ref byte record) => _layout.Class(ref record);
}
