namespace TypedTune.Learning;

/// <summary>Which training targets each leaf of a forest holds. Immutable.</summary>
internal sealed class LeafTargets
{
    private const int TreesAtOnce = 16;

    private readonly OfTree[] _trees;

    /// <summary>Takes targets that are known.</summary>
    /// <param name="sorted">All training targets, upwards.</param>
    /// <param name="trees">What the leaves of each tree hold.</param>
    public LeafTargets(double[] sorted, OfTree[] trees)
    {
        Sorted = sorted;
        _trees = trees;
    }

    /// <summary>The targets in the leaves of each tree.</summary>
    public IReadOnlyList<OfTree> Trees => _trees;

    /// <summary>All training targets, upwards; a target is named by its rank, its place here.</summary>
    public double[] Sorted { get; }

    /// <summary>The ranks of the targets in a leaf, upwards, and the weight of each.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="leaf">The leaf's number among its nodes.</param>
    public (ReadOnlyMemory<int> Ranks, ReadOnlyMemory<float> Weights) In(int tree, int leaf)
    {
        var (starts, ranks, weights) = _trees[tree];
        return (ranks.AsMemory(starts[leaf]..starts[leaf + 1]), weights.AsMemory(starts[leaf]..starts[leaf + 1]));
    }

    /// <summary>Finds the leaves of the rows that each tree learned from.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="configuration">How their rows were drawn.</param>
    /// <param name="rows">What they learned from.</param>
    /// <param name="context">Whose threads to borrow.</param>
    public static LeafTargets Of(GrownTree[] trees, ForestConfiguration configuration, TrainingRows<double[]> rows, FitContext context)
    {
        var (features, target, weights) = rows;
        var rowWeights = RowWeights.Of(weights, features.RowCount);
        double[] sorted = [.. target];
        int[] byRank = [.. Enumerable.Range(0, target.Length)];
        Array.Sort(sorted, byRank);
        var result = new OfTree[trees.Length];
        for (int first = 0; first < trees.Length; first += TreesAtOnce)
        {
            int start = first;
            var some = trees[start..Math.Min(start + TreesAtOnce, trees.Length)];
            var leaves = EnsemblePrediction.Leaves(some, features, context);
            context.For(some.Length, i =>
            {
                var draws = new int[target.Length];
                var weighed = new float[target.Length];
                TreeGrower.Draw(configuration.Sampling, rowWeights, Seed.Of(configuration.Seed).Derive(start + i), draws, weighed);
                for (int row = 0; row < weighed.Length; row++)
                    weighed[row] = (float)(weighed[row] * rowWeights.Unit);
                result[start + i] = Sort(some[i].Nodes.Length, leaves[i], byRank, weighed);
            });
        }

        return new LeafTargets(sorted, result);
    }

    // A counting sort by leaf, which keeps the order of ranks.
    private static OfTree Sort(int nodes, int[] leaves, int[] byRank, float[] weights)
    {
        var starts = new int[nodes + 1];
        for (int row = 0; row < leaves.Length; row++)
            starts[leaves[row] + 1] += weights[row] > 0 ? 1 : 0;
        for (int node = 0; node < nodes; node++)
            starts[node + 1] += starts[node];
        int[] next = [.. starts];
        var ranks = new int[starts[^1]];
        var sorted = new float[ranks.Length];
        for (int rank = 0; rank < byRank.Length; rank++)
        {
            int row = byRank[rank];
            if (weights[row] == 0)
                continue;
            int place = next[leaves[row]]++;
            ranks[place] = rank;
            sorted[place] = weights[row];
        }

        return new OfTree(starts, ranks, sorted);
    }

    /// <summary>The targets in the leaves of one tree.</summary>
    /// <param name="Starts">For each node where its targets begin, and at last where they end; splits have none.</param>
    /// <param name="Ranks">The ranks of the targets, upwards in each leaf.</param>
    /// <param name="Weights">The weight of each.</param>
    internal sealed record OfTree(int[] Starts, int[] Ranks, float[] Weights);
}
