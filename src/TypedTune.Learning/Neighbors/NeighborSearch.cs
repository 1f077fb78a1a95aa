namespace TypedTune.Learning;

/// <summary>
/// The training rows of a neighbour model, and the search for the nearest of them: every distance is computed, and of
/// equally distant rows the first wins. Immutable and thread safe.
/// </summary>
internal sealed class NeighborSearch
{
    // A block of training rows stays in the cache while each query of a chunk looks at it.
    private const int TrainBlock = 512;
    private const int QueryChunk = 32;

    private readonly FeatureMatrix _features;
    private readonly int _neighbors;
    private readonly NeighborWeights _weights;
    private readonly string _model;

    public NeighborSearch(FeatureMatrix features, int targets, int neighbors, NeighborWeights weights, string model)
    {
        features.RequireTrainable(model);
        features.RequireTargets(targets, model);
        if (neighbors > features.RowCount)
            throw new ArgumentException($"{model} was asked for {neighbors} neighbors, but there {(features.RowCount == 1 ? "is only 1 row" : $"are only {features.RowCount} rows")} to learn from. Lower {nameof(KNeighborsRegressor.Neighbors)}, or give it more rows.", nameof(neighbors));
        _features = features;
        _neighbors = neighbors;
        _weights = weights;
        _model = model;
    }

    /// <summary>The names of the columns at fit.</summary>
    public FeatureNames FeatureNames => _features.Names;

    /// <summary>Finds each query's neighbours, nearest first, and hands them over with their weights, from several threads.</summary>
    public void ForEach(FeatureMatrix queries, FitContext? context, NeighborVisitor visit)
    {
        ArgumentNullException.ThrowIfNull(queries);
        queries.RequireColumns(FeatureNames, _model);
        queries.RequireFinite(_model);
        int chunks = (queries.RowCount + QueryChunk - 1) / QueryChunk;
        (context ?? FitContext.Default).For(chunks, chunk =>
        {
            int first = chunk * QueryChunk;
            Search(queries, first, Math.Min(QueryChunk, queries.RowCount - first), visit);
        });
    }

    private void Search(FeatureMatrix queries, int first, int count, NeighborVisitor visit)
    {
        var points = new double[count][];
        var nearest = new NearestRows[count];
        for (int i = 0; i < count; i++)
        {
            points[i] = new double[queries.ColumnCount];
            for (int c = 0; c < queries.ColumnCount; c++)
                points[i][c] = queries.Column(c)[first + i];
            nearest[i] = new NearestRows(_neighbors);
        }

        Span<double> distances = stackalloc double[TrainBlock];
        var columns = _features.AsColumnMajor();
        for (int start = 0; start < _features.RowCount; start += TrainBlock)
        {
            var block = distances[..Math.Min(TrainBlock, _features.RowCount - start)];
            for (int i = 0; i < count; i++)
            {
                SquaredDistances.ToPoint(columns, _features.RowCount, start, points[i], block);
                nearest[i].Offer(block, start);
            }
        }

        var weights = new double[_neighbors];
        for (int i = 0; i < count; i++)
        {
            Weigh(nearest[i].SquaredDistances, weights);
            visit(first + i, nearest[i].Rows, weights);
        }
    }

    private void Weigh(ReadOnlySpan<double> squaredDistances, Span<double> weights)
    {
        if (_weights == NeighborWeights.Uniform)
        {
            weights.Fill(1);
            return;
        }

        // Relative to the nearest, which changes no weighted mean and keeps the inverse of a tiny distance finite.
        double nearest = squaredDistances[0];
        for (int i = 0; i < weights.Length; i++)
            weights[i] = nearest == squaredDistances[i] ? 1 : Math.Sqrt(nearest / squaredDistances[i]);
    }
}
