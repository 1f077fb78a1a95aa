using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTune.Learning;

/// <summary>
/// A forest laid out for one row at a time, whose time is the memory's: a row touches a third of the cache lines that it touches among
/// nodes, and asks for those of all trees before it waits for any. Immutable and thread safe.
/// </summary>
internal sealed class BlockedForest
{
    /// <summary>The most trees that a row goes down at the same time.</summary>
    public const int Group = 128;

    private const int TreeShift = 32;
    private const int TurnShift = 32;

    // The codes of a row are on the stack.
    private const int MaxColumns = 2048;

    // The blocks, of which there are fewer than splits, fit an array.
    private const long MaxNodes = 1 << 25;

    private readonly GrownTree[] _trees;

    // Pinned, since an array's first element lies anywhere, and a block must not lie in two cache lines.
    private readonly byte[] _memory;
    private readonly int _start;
    private readonly double[] _leaves;

    private BlockedForest(GrownTree[] trees, ReadOnlySpan<TreeBlock> blocks, double[] leaves)
    {
        _trees = trees;
        _leaves = leaves;
        _memory = GC.AllocateUninitializedArray<byte>((blocks.Length + 1) * TreeBlock.Bytes, pinned: true);
        _start = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0) & (TreeBlock.Bytes - 1));
        MemoryMarshal.AsBytes(blocks).CopyTo(_memory.AsSpan(_start));
    }

    /// <summary>Whether trees can be laid out so.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="columns">P.</param>
    public static bool Suits(GrownTree[] trees, int columns) =>
        columns <= MaxColumns && trees.Sum(tree => (long)tree.NodeCount) <= MaxNodes && Array.TrueForAll(trees, tree => tree.CategorySets.Length == 0);

    /// <summary>Lays out trees.</summary>
    /// <param name="trees">Trees that suit.</param>
    public static BlockedForest FromTrees(GrownTree[] trees)
    {
        var layout = new BlockLayout(trees.Length);
        for (int tree = 0; tree < trees.Length; tree++)
            layout.Add(tree, trees[tree].Nodes);
        return new BlockedForest(trees, CollectionsMarshal.AsSpan(layout.Blocks), [.. layout.Leaves]);
    }

    /// <summary>Finds what the leaf that a row ends in says, in each of some trees.</summary>
    /// <param name="first">The first of the trees.</param>
    /// <param name="row">A value a column, none missing.</param>
    /// <param name="values">At most <see cref="Group"/>, one a tree: set to its leaf's value.</param>
    public void FindValues(int first, ReadOnlySpan<double> row, Span<double> values)
    {
        Span<uint> codes = stackalloc uint[row.Length];
        ValueCodes.Encode(row, codes);
        Span<uint> leaves = stackalloc uint[values.Length];
        FindLeaves(first, row, codes, leaves);
        for (int tree = 0; tree < leaves.Length; tree++)
            values[tree] = _leaves[leaves[tree]];
    }

    // Every round takes all trees a block further down. None of a round's steps waits for another, no turn is a branch, and what
    // needs a call waits for the end of the round, so that all the rest is in registers.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void FindLeaves(int first, ReadOnlySpan<double> row, ReadOnlySpan<uint> rowCodes, Span<uint> found)
    {
        ref var memory = ref Unsafe.As<byte, TreeBlock>(ref _memory[_start]);
        ref uint codes = ref MemoryMarshal.GetReference(rowCodes);
        ref uint leaves = ref MemoryMarshal.GetReference(found);

        // A tree's number among those asked for, and that of its block.
        Span<ulong> open = stackalloc ulong[Group];
        Span<ulong> unclear = stackalloc ulong[Group];
        ref ulong places = ref MemoryMarshal.GetReference(open);
        int count = found.Length;
        for (int tree = 0; tree < count; tree++)
            open[tree] = (ulong)tree << TreeShift | (uint)(first + tree);

        while (count > 0)
        {
            int next = 0, unclearCount = 0;
            for (nint i = 0; i < count; i++)
            {
                ulong place = Unsafe.Add(ref places, i);
                ref var block = ref Unsafe.Add(ref memory, (uint)place);
                ulong sum0 = Compare(ref block, ref codes, 0);
                uint split = 1 + (uint)(sum0 >> TurnShift);
                ulong sum1 = Compare(ref block, ref codes, split);
                split = 2 * split + 1 + (uint)(sum1 >> TurnShift);
                ulong sum2 = Compare(ref block, ref codes, split);
                split = 2 * split + 1 + (uint)(sum2 >> TurnShift);
                if ((uint)sum0 == uint.MaxValue || (uint)sum1 == uint.MaxValue || (uint)sum2 == uint.MaxValue)
                    unclear[unclearCount++] = place;
                else
                    next += Leave(ref block, (int)split, place, ref leaves, ref Unsafe.Add(ref places, next), ref memory);
            }

            foreach (ulong place in unclear[..unclearCount])
            {
                ref var block = ref Unsafe.Add(ref memory, (uint)place);
                int split = LastSplit(_trees[first + (int)(place >> TreeShift)], (int)block.Root, row);
                next += Leave(ref block, split, place, ref leaves, ref Unsafe.Add(ref places, next), ref memory);
            }

            count = next;
        }
    }

    // One addition is the comparison and the turn; a sum of ones alone says that the codes are equal, and don't tell.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Compare(ref TreeBlock block, ref uint codes, uint split) =>
        (ulong)Unsafe.Add(ref Unsafe.As<TreeBlock.SplitThresholds, uint>(ref block.Thresholds), split)
        + Unsafe.Add(ref codes, (nint)Unsafe.Add(ref Unsafe.As<TreeBlock.SplitColumns, ushort>(ref block.Columns), split));

    // The tree's leaf: for good if the way out leads to one, else until the next round. Returns 1 if the tree goes on, at `next`.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Leave(ref TreeBlock block, int split, ulong place, ref uint leaves, ref ulong next, ref TreeBlock memory)
    {
        int exit = split - TreeBlock.Splits;
        uint before = (1u << exit) - 1;
        uint below = block.FirstBlock + (uint)BitOperations.PopCount(block.ToBlock & before);
        CacheLine.Request(in Unsafe.Add(ref memory, below));
        Unsafe.Add(ref leaves, (nint)(place >> TreeShift)) = block.FirstLeaf + (uint)BitOperations.PopCount(block.ToLeaf & before);
        next = place & ~(ulong)uint.MaxValue | below;
        return block.ToBlock >> exit & 1;
    }

    // Where the steps would end by the thresholds themselves.
    private static int LastSplit(GrownTree tree, int node, ReadOnlySpan<double> row)
    {
        int split = 0;
        while (split < TreeBlock.Splits)
        {
            bool goesRight = false;
            if (!tree.Nodes[node].IsLeaf)
            {
                int left = tree.Nodes[node].Left;
                node = tree.Next(tree.Nodes[node], row);
                goesRight = node != left;
            }

            split = 2 * split + (goesRight ? 2 : 1);
        }

        return split;
    }
}
