namespace TypedTune.Learning;

/// <summary>Draws a tree's rows and grows it. Holds the buffers of one thread.</summary>
internal sealed class TreeGrower(BinnedRows rows, TreeLimits limits, RowSampling sampling)
{
    private const int RowsKey = 0;
    private const int NodesKey = 1;

    private readonly TreeBuilder _builder = new(rows, limits);
    private readonly int[] _weights = new int[rows.RowCount];

    /// <summary>Grows the tree of a seed.</summary>
    /// <param name="seed">The tree's own seed.</param>
    /// <param name="cancellationToken">Looked at now and then.</param>
    public RegressionTree Grow(Seed seed, CancellationToken cancellationToken)
    {
        sampling.Draw(seed.Derive(RowsKey), _weights);
        return _builder.Grow(_weights, seed.Derive(NodesKey), cancellationToken);
    }
}
