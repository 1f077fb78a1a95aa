using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedTune.Learning;

/// <summary>
/// A tree in eight bytes a node, for rows whose values are the codes of <see cref="ValueCodes"/>: a split's column in the highest byte of a word, its
/// left child in the next three, and in the lower half what a value's code makes overflow if it is above the threshold's. So one addition
/// is the comparison and the way down. Half of the instructions of a step on nodes, and half of the bytes.
/// </summary>
internal static class PackedTree
{
    private const int LeftShift = 32;
    private const int ColumnShift = 56;
    private const int LeftMask = 0xFF_FFFF;

    // How many rows go down side by side.
    private const int Group = 8;

    // Above so many nodes to a row it takes longer to make their words than these save.
    private const int MaxNodesARow = 32;

    /// <summary>Whether a tree's words can be made, and save more than they take.</summary>
    /// <param name="nodes">How many nodes it has.</param>
    /// <param name="rows">The rows.</param>
    public static bool Suit(int nodes, RowBlock rows) =>
        !rows.Codes.IsEmpty && rows.Columns <= 256 && nodes <= Math.Min(LeftMask, (long)rows.Count * MaxNodesARow);

    /// <summary>Makes the words of a tree.</summary>
    /// <param name="nodes">The nodes; no split is one of categories.</param>
    /// <param name="words">As many words.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Make(ReadOnlySpan<TreeNode> nodes, Span<ulong> words)
    {
        int i = 0;
        if (Avx2.IsSupported)
        {
            ref double from = ref Unsafe.As<TreeNode, double>(ref MemoryMarshal.GetReference(nodes));
            ref ulong to = ref MemoryMarshal.GetReference(words);
            for (; i + 4 <= nodes.Length; i += 4)
            {
                // The first node and the third, the second and the fourth.
                var low = Vector256.LoadUnsafe(ref from, (nuint)(2 * i));
                var high = Vector256.LoadUnsafe(ref from, (nuint)(2 * i + 4));
                var rest = Avx.UnpackHigh(low, high).AsUInt64();
                var overflow = ~ValueCodes.OfThresholds(Avx.UnpackLow(low, high)) & Vector256.Create((ulong)uint.MaxValue);
                var isLeaf = Vector256.Equals(rest >> LeftShift, Vector256<ulong>.Zero);
                var word = (rest >> (LeftShift + TreeNode.ColumnShift) << ColumnShift) | (rest << LeftShift) | Vector256.AndNot(overflow, isLeaf);
                Avx2.Permute4x64(word, 0b11_01_10_00).StoreUnsafe(ref to, (nuint)i);
            }
        }

        MakeScalar(nodes[i..], words[i..]);
    }

    /// <summary>Makes the words a node at a time: the reference that <see cref="Make"/> is tested against.</summary>
    public static void MakeScalar(ReadOnlySpan<TreeNode> nodes, Span<ulong> words)
    {
        for (int i = 0; i < nodes.Length; i++)
        {
            // A leaf has no column, and nothing makes it overflow: rows that are there stay.
            uint overflow = nodes[i].IsLeaf ? 0 : ~ValueCodes.OfThreshold(nodes[i].Value);
            words[i] = ((ulong)nodes[i].Column << ColumnShift) | ((ulong)nodes[i].Left << LeftShift) | overflow;
        }
    }

    /// <summary>Finds the leaf that each row ends in.</summary>
    /// <param name="words">The tree as words.</param>
    /// <param name="nodes">The same as nodes: rows that codes do not tell from a threshold go down these.</param>
    /// <param name="rows">The rows, without a missing value.</param>
    /// <param name="leaves">One a row, set to the index of its leaf.</param>
    /// <returns>How many of the first rows it was found for: all whole groups of eight.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static int FindLeaves(ReadOnlySpan<ulong> words, ReadOnlySpan<TreeNode> nodes, RowBlock rows, Span<int> leaves)
    {
        ref ulong root = ref MemoryMarshal.GetReference(words);
        ref uint codes = ref MemoryMarshal.GetReference(rows.Codes);
        ref var node = ref MemoryMarshal.GetReference(nodes);
        ref double values = ref MemoryMarshal.GetReference(rows.Values);
        nint columns = rows.Columns;
        int whole = leaves.Length - leaves.Length % Group;
        for (int row = 0; row < whole; row += Group)
        {
            nint v0 = row * columns;
            nint v1 = v0 + columns, v2 = v1 + columns, v3 = v2 + columns, v4 = v3 + columns, v5 = v4 + columns, v6 = v5 + columns, v7 = v6 + columns;
            nuint n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0, n6 = 0, n7 = 0;
            uint splits;
            do
            {
                splits = Step(ref root, ref codes, v0, ref n0, ref node, ref values) | Step(ref root, ref codes, v1, ref n1, ref node, ref values)
                    | Step(ref root, ref codes, v2, ref n2, ref node, ref values) | Step(ref root, ref codes, v3, ref n3, ref node, ref values)
                    | Step(ref root, ref codes, v4, ref n4, ref node, ref values) | Step(ref root, ref codes, v5, ref n5, ref node, ref values)
                    | Step(ref root, ref codes, v6, ref n6, ref node, ref values) | Step(ref root, ref codes, v7, ref n7, ref node, ref values);
            }
            while (splits != 0);

            var group = leaves.Slice(row, Group);
            group[0] = (int)n0;
            group[1] = (int)n1;
            group[2] = (int)n2;
            group[3] = (int)n3;
            group[4] = (int)n4;
            group[5] = (int)n5;
            group[6] = (int)n6;
            group[7] = (int)n7;
        }

        return whole;
    }

    // One step down, or none from a leaf. What is 0 in a leaf alone.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Step(ref ulong root, ref uint codes, nint row, ref nuint index, ref TreeNode node, ref double values)
    {
        ulong word = Unsafe.Add(ref root, index);
        nint at = row + (nint)(word >> ColumnShift);
        ulong sum = word + Unsafe.Add(ref codes, at);
        if ((uint)sum == uint.MaxValue)
            sum += Unsafe.Add(ref values, at) > Unsafe.Add(ref node, index).Value ? 1u : 0;
        index = (nuint)((uint)(sum >> LeftShift) & LeftMask);
        return (uint)word;
    }
}
