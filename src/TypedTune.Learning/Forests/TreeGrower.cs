namespace TypedTune.Learning;

/// <summary>Draws a tree's rows and grows it. Holds the buffers of one thread.</summary>
internal sealed class TreeGrower(ForestPlan plan)
{
    private const int RowsKey = 0;
    private const int NodesKey = 1;

    private readonly ITreeBuilder _builder = TreeCriteria.Builder(plan);
    private readonly int[] _draws = new int[plan.Rows.RowCount];
    private readonly float[] _weights = new float[plan.Rows.RowCount];

    /// <summary>Draws the rows of a tree.</summary>
    /// <param name="sampling">How.</param>
    /// <param name="seed">The tree's own seed.</param>
    /// <param name="draws">Set to how often each row was drawn.</param>
    public static void Draw(RowSampling sampling, Seed seed, Span<int> draws) => sampling.Draw(seed.Derive(RowsKey), draws);

    /// <summary>Grows the tree of a seed.</summary>
    /// <param name="seed">The tree's own seed.</param>
    /// <param name="cancellationToken">Looked at now and then.</param>
    public GrownTree Grow(Seed seed, CancellationToken cancellationToken)
    {
        Draw(plan.Sampling, seed, _draws);
        plan.Weights.Weigh(_draws, _weights);
        if (!_weights.AsSpan().ContainsAnyExcept(0f))
        {
            // Only rows of weight 0 were drawn, which say nothing; some row has a weight.
            _draws.AsSpan().Fill(1);
            plan.Weights.Weigh(_draws, _weights);
        }

        var tree = _builder.Grow(_weights, seed.Derive(NodesKey), cancellationToken);
        return plan.Limits is { IsPath: false, Stop.PruningStrength: > 0 } ? TreeLimiting.Limit(tree, plan.Limits.Stop, plan.Classes) : tree;
    }
}
