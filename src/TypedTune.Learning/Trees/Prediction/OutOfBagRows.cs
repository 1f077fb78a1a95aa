namespace TypedTune.Learning;

/// <summary>Which rows each tree of a forest did not learn from. Found again from the seed, so that forests need not keep it.</summary>
internal sealed class OutOfBagRows
{
    private const int Bits = 64;

    private readonly ulong[][] _trees;

    private OutOfBagRows(ulong[][] trees) => _trees = trees;

    /// <summary>Draws each tree's rows again: a bit a tree and row.</summary>
    /// <param name="sampling">How rows were drawn.</param>
    /// <param name="seed">Where all draws came from.</param>
    /// <param name="trees">How many trees there are.</param>
    /// <param name="rows">N.</param>
    /// <param name="context">Whose threads to borrow.</param>
    public static OutOfBagRows Of(RowSampling sampling, Seed seed, int trees, int rows, FitContext context)
    {
        var result = new ulong[trees][];
        context.For(trees, tree =>
        {
            var draws = new int[rows];
            TreeGrower.Draw(sampling, seed.Derive(tree), draws);
            var bits = new ulong[(rows + Bits - 1) / Bits];
            for (int row = 0; row < rows; row++)
                bits[row / Bits] |= (draws[row] == 0 ? 1UL : 0) << (row % Bits);
            result[tree] = bits;
        });
        return new OutOfBagRows(result);
    }

    /// <summary>The rows that are out of some tree's bag.</summary>
    /// <param name="counts">For each row, of how many.</param>
    /// <exception cref="InvalidOperationException">No row is out of any tree's bag.</exception>
    public static int[] Require(int[] counts)
    {
        int[] rows = [.. Enumerable.Range(0, counts.Length).Where(row => counts[row] > 0)];
        if (rows.Length == 0)
            throw new InvalidOperationException("No training row is out of any tree's bag. Let Sampling be a Bootstrap or a Subsample, with enough Trees.");
        return rows;
    }

    /// <summary>Whether a tree did not learn from a row.</summary>
    public bool Contains(int tree, int row) => (_trees[tree][row / Bits] >> (row % Bits) & 1) != 0;

    /// <summary>How many trees did not learn from each row.</summary>
    /// <param name="rows">N.</param>
    public int[] Count(int rows)
    {
        var counts = new int[rows];
        for (int tree = 0; tree < _trees.Length; tree++)
        {
            for (int row = 0; row < rows; row++)
                counts[row] += Contains(tree, row) ? 1 : 0;
        }

        return counts;
    }
}
