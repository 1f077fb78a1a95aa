namespace TypedTune.Learning;

/// <summary>A forest that rows are sent down one by one: laid out for that once it has seen a few of them. Thread safe.</summary>
/// <param name="trees">At least one.</param>
/// <param name="columns">P.</param>
internal sealed class RowForest(GrownTree[] trees, int columns)
{
    /// <summary>The number of rows after which the layout, which costs about a thousand of them and as much memory as the trees, is made.</summary>
    public const int RowsBeforeLayout = 256;

    private int _rows;
    private volatile BlockedForest? _blocks;

    /// <summary>Finds what the leaf that a row ends in says, in each of some trees.</summary>
    /// <param name="first">The first of the trees.</param>
    /// <param name="row">A value a column.</param>
    /// <param name="values">At most <see cref="BlockedForest.Group"/>, one a tree: set to its leaf's value.</param>
    public void FindValues(int first, ReadOnlySpan<double> row, Span<double> values)
    {
        if (Blocks() is { } blocks && !TrainingData.HasMissing(row))
        {
            blocks.FindValues(first, row, values);
            return;
        }

        for (int tree = 0; tree < values.Length; tree++)
            values[tree] = TreeTraversal.FindValue(trees[first + tree], row);
    }

    // One caller makes the layout; the others go on without it.
    private BlockedForest? Blocks()
    {
        if (_blocks is { } blocks)
            return blocks;
        if (_rows < RowsBeforeLayout && Interlocked.Increment(ref _rows) == RowsBeforeLayout && BlockedForest.Suits(trees, columns))
            _blocks = BlockedForest.FromTrees(trees);
        return _blocks;
    }
}
