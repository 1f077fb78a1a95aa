namespace TypedTune.Learning;

/// <summary>
/// One run of Lloyd's algorithm ("Least squares quantization in PCM", 1982): label each row with its nearest center, move each
/// center to the mean of its rows, until nothing changes. Not thread safe.
/// </summary>
internal sealed class Lloyd
{
    private const int Lanes = 4;

    private readonly FeatureMatrix _features;
    private readonly NearbyRows? _nearby;
    private readonly int _clusters;
    private readonly double[] _distances;
    private readonly int[] _counts;
    private readonly double[] _sums;

    /// <summary>Prepares a run.</summary>
    /// <param name="features">N × P.</param>
    /// <param name="clusters">K.</param>
    /// <param name="nearby">The same rows in blocks, where that pays.</param>
    public Lloyd(FeatureMatrix features, int clusters, NearbyRows? nearby)
    {
        _features = features;
        _nearby = nearby;
        _clusters = clusters;
        _distances = new double[features.RowCount];
        _counts = new int[Lanes * clusters];
        _sums = new double[Lanes * clusters];
        Labels = new int[features.RowCount];
        Centers = new double[clusters * features.ColumnCount];
    }

    /// <summary>K × P numbers, center after center.</summary>
    public double[] Centers { get; private set; }

    /// <summary>The nearest center of each row.</summary>
    public int[] Labels { get; }

    /// <summary>The sum of the squared distances of the rows from their centers.</summary>
    public double Inertia { get; private set; }

    /// <summary>How often the centers were moved.</summary>
    public int Iterations { get; private set; }

    /// <summary>Runs from centers drawn among the rows.</summary>
    /// <param name="stream">Where the draws come from.</param>
    /// <param name="maxIterations">How often the centers are moved at most.</param>
    /// <param name="tolerance">Stops once the squared movements of the centers add up to no more.</param>
    /// <param name="cancellationToken">Looked at before each movement.</param>
    public void Run(RandomStream stream, int maxIterations, double tolerance, CancellationToken cancellationToken)
    {
        double[] scratch = Buffers<double>.Rent(InitialCenters.Scratch(Labels.Length));
        InitialCenters.Choose(_features, stream, Centers, scratch);
        Buffers<double>.Return(scratch);
        Improve(maxIterations, tolerance, cancellationToken);
    }

    /// <summary>Runs from the centers as they are.</summary>
    internal void Improve(int maxIterations, double tolerance, CancellationToken cancellationToken)
    {
        Array.Fill(Labels, -1);
        var moved = new double[Centers.Length];
        bool settled = false;

        // Labels come last, so that they are those of the final centers.
        while (Assign() && !settled && Iterations < maxIterations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CountAndFill();
            Average(moved);
            settled = SquaredMovement(moved) <= tolerance;
            (Centers, moved) = (moved, Centers);
            Iterations++;
        }

        double inertia = 0;
        foreach (double distance in _distances)
            inertia += distance;
        Inertia = inertia;
    }

    private bool Assign() =>
        _nearby?.Assign(Centers, Labels, _distances) ?? NearestCenter.Assign(_features.AsColumnMajor(), Centers, Labels, _distances);

    private void CountAndFill()
    {
        LabelSums.Count(Labels, _counts);
        for (int empty = 0; empty < _clusters; empty++)
        {
            if (_counts[empty] > 0)
                continue;
            int row = FarthestRow();
            _counts[Labels[row]]--;
            _counts[empty] = 1;
            Labels[row] = empty;
            _distances[row] = 0;
        }
    }

    // Of the rows that are not alone in their cluster, which there must be as long as another cluster is empty.
    private int FarthestRow()
    {
        int farthest = -1;
        for (int row = 0; row < Labels.Length; row++)
        {
            if (_counts[Labels[row]] > 1 && (farthest < 0 || _distances[row] > _distances[farthest]))
                farthest = row;
        }

        return farthest;
    }

    private void Average(Span<double> centers)
    {
        int dimensions = _features.ColumnCount;
        for (int c = 0; c < dimensions; c++)
        {
            LabelSums.Add(_features.Column(c), Labels, _sums);
            for (int k = 0; k < _clusters; k++)
            {
                double sum = _sums[k] + _sums[_clusters + k] + (_sums[2 * _clusters + k] + _sums[3 * _clusters + k]);
                centers[k * dimensions + c] = sum / _counts[k];
            }
        }
    }

    private double SquaredMovement(ReadOnlySpan<double> moved)
    {
        double sum = 0;
        for (int i = 0; i < moved.Length; i++)
            sum += (moved[i] - Centers[i]) * (moved[i] - Centers[i]);
        return sum;
    }
}
