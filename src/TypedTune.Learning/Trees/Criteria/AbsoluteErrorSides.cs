namespace TypedTune.Learning;

/// <summary>The sides of a cut, by absolute errors from their medians, which are followed row by row in sums over the order of targets.</summary>
internal sealed class AbsoluteErrorSides : NumberSides
{
    private readonly PrefixSums _nodeWeights = new();
    private readonly PrefixSums _nodeSums = new();
    private readonly PrefixSums _leftWeights = new();
    private readonly PrefixSums _leftSums = new();
    private int[] _places = [];
    private int[] _rows = [];
    private double[] _sorted = [];
    private int _count;
    private double _error;

    /// <inheritdoc/>
    public override double Decrease => _error - Error(_leftWeights, _leftSums, LeftWeight) - RightError();

    /// <inheritdoc/>
    public override (double Left, double Right) Values => (Median(_leftWeights, null, LeftWeight), Median(_nodeWeights, _leftWeights, RightWeight));

    /// <inheritdoc/>
    protected override double Center() => Median(_nodeWeights, null, Weight);

    /// <inheritdoc/>
    protected override double Impurity(int count)
    {
        _error = Error(_nodeWeights, _nodeSums, Weight);
        return Math.Max(double.Epsilon, _error);
    }

    /// <inheritdoc/>
    protected override void Prepare(int count)
    {
        _count = count;
        _error = 0;
        if (_places.Length < count)
        {
            _places = new int[count];
            _rows = new int[count];
            _sorted = new double[count];
        }

        for (int row = 0; row < count; row++)
            _rows[row] = row;
        Numbers.AsSpan(0, count).CopyTo(_sorted);
        Array.Sort(_sorted, _rows, 0, count);
        _nodeWeights.Clear(count);
        _nodeSums.Clear(count);
        for (int place = 0; place < count; place++)
        {
            _places[_rows[place]] = place;
            _nodeWeights.Add(place, Weights[_rows[place]]);
            _nodeSums.Add(place, Weights[_rows[place]] * (_sorted[place] - Mean));
        }
    }

    /// <inheritdoc/>
    protected override void ClearLeft()
    {
        _leftWeights.Clear(_count);
        _leftSums.Clear(_count);
    }

    /// <inheritdoc/>
    protected override void AddLeft(ReadOnlySpan<int> rows)
    {
        foreach (int row in rows)
        {
            _leftWeights.Add(_places[row], Weights[row]);
            _leftSums.Add(_places[row], Weights[row] * (Numbers[row] - Mean));
        }
    }

    // The error from any number between the two middle targets is the same, so the lower one serves.
    private double Error(PrefixSums weights, PrefixSums sums, double weight)
    {
        int middle = weights.FirstReaching(weight / 2, null);
        double median = _sorted[middle] - Mean;
        double below = weights.UpTo(middle), sumBelow = sums.UpTo(middle);
        return median * below - sumBelow + (sums.UpTo(_count - 1) - sumBelow) - median * (weight - below);
    }

    private double RightError()
    {
        int middle = _nodeWeights.FirstReaching(RightWeight / 2, _leftWeights);
        double median = _sorted[middle] - Mean;
        double below = _nodeWeights.UpTo(middle) - _leftWeights.UpTo(middle);
        double sumBelow = _nodeSums.UpTo(middle) - _leftSums.UpTo(middle);
        double sum = _nodeSums.UpTo(_count - 1) - _leftSums.UpTo(_count - 1);
        return median * below - sumBelow + (sum - sumBelow) - median * (RightWeight - below);
    }

    private double Median(PrefixSums weights, PrefixSums? less, double weight)
    {
        int middle = weights.FirstReaching(weight / 2, less);
        double below = weights.UpTo(middle) - (less?.UpTo(middle) ?? 0);
        if (below > weight / 2)
            return _sorted[middle];

        // Exactly half of the weight: midway to the next target that has weight.
        int next = middle + 1;
        while (next < _count - 1 && weights.UpTo(next) - (less?.UpTo(next) ?? 0) == below)
            next++;
        return next < _count ? _sorted[middle] / 2 + _sorted[next] / 2 : _sorted[middle];
    }
}
