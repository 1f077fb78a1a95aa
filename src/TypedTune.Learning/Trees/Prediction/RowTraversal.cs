using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTune.Learning;

/// <summary>Sends one row down several trees.</summary>
internal static class RowTraversal
{
    /// <summary>How many trees are walked down side by side.</summary>
    public const int Group = 8;

    /// <summary>Finds the leaf that a row ends in, in each tree.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="first">The first of them that is wanted.</param>
    /// <param name="row">A value a column.</param>
    /// <param name="isPlain">Whether no value is missing and no split is one by categories.</param>
    /// <param name="leaves">One a tree that is wanted, set to the index of its leaf.</param>
    public static void FindLeaves(GrownTree[] trees, int first, ReadOnlySpan<double> row, bool isPlain, Span<int> leaves)
    {
        if (isPlain && leaves.Length == Group)
        {
            FindGroup(trees, first, row, leaves);
            return;
        }

        for (int tree = 0; tree < leaves.Length; tree++)
            TreeTraversal.FindAnyLeaves(trees[first + tree], row, row.Length, leaves.Slice(tree, 1));
    }

    // Eight trees at once, so that the memory answers one while it is asked by the others.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void FindGroup(GrownTree[] trees, int first, ReadOnlySpan<double> row, Span<int> leaves)
    {
        ref double values = ref MemoryMarshal.GetReference(row);
        ref var r0 = ref MemoryMarshal.GetArrayDataReference(trees[first].Nodes);
        ref var r1 = ref MemoryMarshal.GetArrayDataReference(trees[first + 1].Nodes);
        ref var r2 = ref MemoryMarshal.GetArrayDataReference(trees[first + 2].Nodes);
        ref var r3 = ref MemoryMarshal.GetArrayDataReference(trees[first + 3].Nodes);
        ref var r4 = ref MemoryMarshal.GetArrayDataReference(trees[first + 4].Nodes);
        ref var r5 = ref MemoryMarshal.GetArrayDataReference(trees[first + 5].Nodes);
        ref var r6 = ref MemoryMarshal.GetArrayDataReference(trees[first + 6].Nodes);
        ref var r7 = ref MemoryMarshal.GetArrayDataReference(trees[first + 7].Nodes);
        uint n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0, n6 = 0, n7 = 0;
        uint splits;
        do
        {
            splits = TreeTraversal.Step(ref r0, ref values, 0, ref n0) | TreeTraversal.Step(ref r1, ref values, 0, ref n1)
                | TreeTraversal.Step(ref r2, ref values, 0, ref n2) | TreeTraversal.Step(ref r3, ref values, 0, ref n3)
                | TreeTraversal.Step(ref r4, ref values, 0, ref n4) | TreeTraversal.Step(ref r5, ref values, 0, ref n5)
                | TreeTraversal.Step(ref r6, ref values, 0, ref n6) | TreeTraversal.Step(ref r7, ref values, 0, ref n7);
        }
        while ((splits & TreeNode.Split) != 0);

        leaves[0] = (int)n0;
        leaves[1] = (int)n1;
        leaves[2] = (int)n2;
        leaves[3] = (int)n3;
        leaves[4] = (int)n4;
        leaves[5] = (int)n5;
        leaves[6] = (int)n6;
        leaves[7] = (int)n7;
    }
}
