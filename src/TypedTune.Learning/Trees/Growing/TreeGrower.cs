namespace TypedTune.Learning;

/// <summary>Draws a tree's rows and grows it. Holds the buffers of one thread.</summary>
internal sealed class TreeGrower(ForestPlan plan) : IDisposable
{
    private const int RowsKey = 0;
    private const int NodesKey = 1;

    private readonly ITreeBuilder _builder = TreeCriteria.Builder(plan);
    private readonly int[] _draws = new int[plan.Rows.RowCount];
    private readonly float[] _weights = new float[plan.Rows.RowCount];

    private bool IsPruned => plan.Limits is { IsPath: false, Stop.PruningStrength: > 0 };

    /// <summary>Draws the rows of a tree.</summary>
    /// <param name="sampling">How.</param>
    /// <param name="seed">The tree's own seed.</param>
    /// <param name="draws">Set to how often each row was drawn.</param>
    public static void Draw(RowSampling sampling, Seed seed, Span<int> draws) => sampling.Draw(seed.Derive(RowsKey), draws);

    /// <summary>Draws the rows of a tree and weighs them.</summary>
    /// <param name="sampling">How they are drawn.</param>
    /// <param name="rowWeights">How much each counts.</param>
    /// <param name="seed">The tree's own seed.</param>
    /// <param name="draws">Set to how often each row was drawn.</param>
    /// <param name="weights">Set to how much each row counts in the tree; some row does.</param>
    public static void Draw(RowSampling sampling, RowWeights rowWeights, Seed seed, Span<int> draws, Span<float> weights)
    {
        Draw(sampling, seed, draws);
        rowWeights.Weigh(draws, weights);
        if (weights.ContainsAnyExcept(0f))
            return;

        // Only rows of weight 0 were drawn, which say nothing; some row has a weight.
        draws.Fill(1);
        rowWeights.Weigh(draws, weights);
    }

    /// <summary>Grows the tree of a seed.</summary>
    /// <param name="seed">The tree's own seed.</param>
    /// <param name="cancellationToken">Looked at now and then.</param>
    public GrownTree Grow(Seed seed, CancellationToken cancellationToken) => Limit(Build(seed, cancellationToken).Copy()).From(plan.Units);

    /// <summary>Grows a tree into arrays that the next one is grown in: they are longer than the tree, and hold it only until then. It stays in the plan's units.</summary>
    /// <inheritdoc cref="Grow" path="/param"/>
    public GrownTree GrowInPlace(Seed seed, CancellationToken cancellationToken)
    {
        var builder = Build(seed, cancellationToken);
        return IsPruned ? Limit(builder.Copy()) : builder.InPlace();
    }

    /// <summary>Gives the buffers back; nothing that was grown in place may be used any more.</summary>
    public void Dispose() => _builder.Dispose();

    private ITreeBuilder Build(Seed seed, CancellationToken cancellationToken)
    {
        Draw(plan.Sampling, plan.Weights, seed, _draws, _weights);
        _builder.Grow(_weights, seed.Derive(NodesKey), cancellationToken);
        return _builder;
    }

    private GrownTree Limit(GrownTree tree) => IsPruned ? TreeLimiting.Limit(tree, plan.Limits.Stop, plan.Classes) : tree;
}
