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
    private readonly double[]? _scaled;
    private readonly int _unit;
    private readonly string _model;

    /// <summary>Takes training rows.</summary>
    /// <param name="features">N × P finite numbers.</param>
    /// <param name="targets">N.</param>
    /// <param name="neighbors">How many rows at least will be searched for.</param>
    /// <param name="model">Who asks, for messages.</param>
    /// <exception cref="ArgumentException">The rows cannot be searched; the message says why.</exception>
    public NeighborSearch(FeatureMatrix features, Targets targets, int neighbors, string model)
    {
        features.RequireTrainable(targets, model);
        _features = features;
        _model = model;
        RequireRows(neighbors);
        _unit = PowerUnit.Choose(features.AsColumnMajor());
        _scaled = _unit == 0 ? null : PowerUnit.Take(features.AsColumnMajor().ToArray(), _unit);
    }

    /// <summary>The training rows.</summary>
    public FeatureMatrix Features => _features;

    /// <summary>The names of the columns at fit.</summary>
    public FeatureNames FeatureNames => _features.Names;

    /// <summary>The rule of one model.</summary>
    /// <param name="configuration">The model, whose bounds are checked.</param>
    /// <param name="neighbors">How many neighbours decide.</param>
    /// <param name="weights">How much each counts.</param>
    /// <exception cref="ArgumentException">A value is outside its bounds, or there are fewer rows than neighbours.</exception>
    public NeighborRule Rule(object configuration, int neighbors, NeighborWeights weights)
    {
        DeclaredBounds.Check(configuration);
        RequireRows(neighbors);
        return new NeighborRule(neighbors, weights);
    }

    /// <summary>Finds each query's neighbours, nearest first, and hands over those of each rule with their weights, from several threads.</summary>
    /// <remarks>One search serves all rules: the nearest rows are ordered, so that those of a rule are the first of those of a larger one.</remarks>
    public void ForEach(FeatureMatrix queries, IReadOnlyList<NeighborRule> rules, FitContext? context, NeighborVisitor visit)
    {
        ArgumentNullException.ThrowIfNull(queries);
        queries.RequireFinite(FeatureNames, _model);
        if (rules.Count == 0)
            return;
        int chunks = (queries.RowCount + QueryChunk - 1) / QueryChunk;
        (context ?? FitContext.Default).For(chunks, chunk =>
        {
            int first = chunk * QueryChunk;
            Search(queries, first, Math.Min(QueryChunk, queries.RowCount - first), rules, visit);
        });
    }

    private void RequireRows(int neighbors)
    {
        if (neighbors > _features.RowCount)
            throw new ArgumentException($"{_model} was asked for {neighbors} neighbors, but there {(_features.RowCount == 1 ? "is only 1 row" : $"are only {_features.RowCount} rows")} to learn from. Lower Neighbors, or give it more rows.", nameof(neighbors));
    }

    private void Search(FeatureMatrix queries, int first, int count, IReadOnlyList<NeighborRule> rules, NeighborVisitor visit)
    {
        int neighbors = rules.Max(rule => rule.Neighbors);
        var points = new double[count][];
        var nearest = new NearestRows[count];
        for (int i = 0; i < count; i++)
        {
            points[i] = new double[queries.ColumnCount];
            for (int c = 0; c < queries.ColumnCount; c++)
                points[i][c] = _unit == 0 ? queries.Column(c)[first + i] : Math.ScaleB(queries.Column(c)[first + i], -_unit);
            nearest[i] = new NearestRows(neighbors);
        }

        Span<double> distances = stackalloc double[TrainBlock];
        var columns = _scaled is null ? _features.AsColumnMajor() : _scaled;
        for (int start = 0; start < _features.RowCount; start += TrainBlock)
        {
            var block = distances[..Math.Min(TrainBlock, _features.RowCount - start)];
            for (int i = 0; i < count; i++)
            {
                SquaredDistances.ToPoint(columns, _features.RowCount, start, points[i], block);
                nearest[i].Offer(block, start);
            }
        }

        var weights = new double[neighbors];
        for (int i = 0; i < count; i++)
        {
            if (double.IsInfinity(nearest[i].SquaredDistances[^1]) && rules.Any(rule => rule.Neighbors < _features.RowCount || rule.Weights == NeighborWeights.Distance))
                throw new ArgumentException($"{_model} cannot square the distances of row {first + i} from the rows that it learned from, which are beyond the range of a double. Correct that row, or use a smaller unit.", nameof(queries));
            for (int r = 0; r < rules.Count; r++)
            {
                var ofRule = weights.AsSpan(0, rules[r].Neighbors);
                rules[r].Weigh(nearest[i].SquaredDistances, ofRule);
                visit(first + i, r, nearest[i].Rows[..ofRule.Length], ofRule);
            }
        }
    }
}
