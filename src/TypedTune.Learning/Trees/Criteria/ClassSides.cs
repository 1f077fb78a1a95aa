namespace TypedTune.Learning;

/// <summary>The sides of a cut in a classification.</summary>
/// <typeparam name="TImpurity">What is measured.</typeparam>
/// <param name="classes">How many classes there are.</param>
internal sealed class ClassSides<TImpurity>(int classes) : CutSides
    where TImpurity : struct, IClassImpurity
{
    private readonly ClassNode _node = new(classes);
    private readonly double[] _left = new double[classes];
    private readonly LeafDistributions _distributions = new(classes);
    private int[] _labels = [];
    private double _purity;

    /// <inheritdoc/>
    public override double Decrease
    {
        get
        {
            double left = 0, right = 0;
            foreach (int label in _node.Present)
            {
                left += TImpurity.Term(_left[label]);
                right += TImpurity.Term(Math.Max(0, _node.WeightOf(label) - _left[label]));
            }

            return TImpurity.Side(left, LeftWeight) + TImpurity.Side(right, RightWeight) - _purity;
        }
    }

    /// <inheritdoc/>
    public override (double Left, double Right) Values => (_left[1] / LeftWeight, (SecondWeight - _left[1]) / RightWeight);

    private double SecondWeight => _node.WeightOf(1);

    /// <inheritdoc/>
    public override void Order(ReadOnlySpan<int> rows, ReadOnlySpan<int> starts, Span<double> keys)
    {
        var shares = new double[keys.Length][];
        var weights = new double[keys.Length];
        for (int group = 0; group < keys.Length; group++)
        {
            var ofGroup = new double[_node.Count];
            foreach (int row in rows[starts[group]..starts[group + 1]])
            {
                ofGroup[_node.Numbers[_labels[row]]] += Weights[row];
                weights[group] += Weights[row];
            }

            for (int number = 0; number < ofGroup.Length; number++)
                ofGroup[number] /= weights[group];
            shares[group] = ofGroup;
        }

        CategoryOrder.Find(shares, weights, keys);
    }

    /// <inheritdoc/>
    public override double Leaf(ValueBounds bounds) => bounds == ValueBounds.None
        ? _distributions.Add(_node)
        : _distributions.Add(Math.Clamp(SecondWeight / _node.Weight, bounds.Low, bounds.High));

    /// <inheritdoc/>
    public override double LeafOf(in RecordLayout layout, ref byte record) => layout.Class(ref record);

    /// <inheritdoc/>
    public override double[] TakeDistributions() => _distributions.Take();

    /// <inheritdoc/>
    protected override double ReadTargets(ReadOnlySpan<byte> records, in RecordLayout layout, int count)
    {
        if (_labels.Length < count)
            _labels = new int[count];
        for (int row = 0; row < count; row++)
            _labels[row] = layout.Class(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(records[(row * layout.Stride)..]));
        _node.Read(records, layout, count);
        _purity = _node.Purity<TImpurity>();
        return _node.Count == 1 ? 0 : Math.Max(double.Epsilon, TImpurity.Side(TImpurity.Term(_node.Weight), _node.Weight) - _purity);
    }

    /// <inheritdoc/>
    protected override void ClearLeft() => _left.AsSpan().Clear();

    /// <inheritdoc/>
    protected override void AddLeft(ReadOnlySpan<int> rows)
    {
        foreach (int row in rows)
            _left[_labels[row]] += Weights[row];
    }
}
