using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTune.Learning;

/// <summary>A tree as it grew on codes of a byte, in arrays that are longer than it and good until the next one grows.</summary>
/// <param name="Nodes">The nodes, the root first.</param>
/// <param name="Leaves">For each node, its prediction if it is a leaf.</param>
/// <param name="Columns">The bins of the columns.</param>
/// <param name="Distributions">As <see cref="GrownTree.Distributions"/>.</param>
internal readonly record struct CodedTree(CodedNode[] Nodes, double[] Leaves, ColumnBins[] Columns, double[] Distributions)
{
    private const int Group = 8;

    /// <summary>
    /// Finds the leaf that each row ends in: that of <see cref="TreeTraversal.FindLeavesScalar"/>. A row is 64 bytes at 64 columns and a node 8, so that both are
    /// near: a quarter and a half of what they take with values in single precision. Rows whose code is between those that a split was made from, about one a tree, look at the threshold.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="leaves">One a row, set to the index of its leaf.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void FindLeaves(CodedRows rows, Span<int> leaves)
    {
        ref var root = ref MemoryMarshal.GetArrayDataReference(Nodes);
        ref byte first = ref MemoryMarshal.GetReference(rows.Codes);
        nint stride = rows.Stride;
        int row = 0;
        for (; row + Group <= leaves.Length; row += Group)
        {
            // As in TreeTraversal: while the memory answers one row, the others ask.
            nint r0 = row * stride;
            nint r1 = r0 + stride, r2 = r1 + stride, r3 = r2 + stride, r4 = r3 + stride, r5 = r4 + stride, r6 = r5 + stride, r7 = r6 + stride;
            int n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0, n6 = 0, n7 = 0;
            int splits;
            do
            {
                splits = Step(ref root, ref first, rows, r0, ref n0) | Step(ref root, ref first, rows, r1, ref n1)
                    | Step(ref root, ref first, rows, r2, ref n2) | Step(ref root, ref first, rows, r3, ref n3)
                    | Step(ref root, ref first, rows, r4, ref n4) | Step(ref root, ref first, rows, r5, ref n5)
                    | Step(ref root, ref first, rows, r6, ref n6) | Step(ref root, ref first, rows, r7, ref n7);
            }
            while (splits != 0);

            var group = leaves.Slice(row, Group);
            group[0] = n0;
            group[1] = n1;
            group[2] = n2;
            group[3] = n3;
            group[4] = n4;
            group[5] = n5;
            group[6] = n6;
            group[7] = n7;
        }

        for (; row < leaves.Length; row++)
        {
            int node = 0;
            while (Step(ref root, ref first, rows, row * stride, ref node) != 0)
                continue;
            leaves[row] = node;
        }
    }

    // One step down, or none from a leaf. The node's bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Step(ref CodedNode root, ref byte rows, CodedRows all, nint row, ref int index)
    {
        ref var node = ref Unsafe.Add(ref root, (uint)index);
        int above = Unsafe.Add(ref rows, row + node.Column) - node.LastLeft;
        index = (uint)(above - 1) < node.Between ? Ask(node, all, row) : node.Left + (above > 0 ? 1 : 0);
        return node.Bits;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Ask(in CodedNode node, CodedRows rows, nint row) =>
        node.Left + (rows.Value((int)(row / rows.Stride), node.Column) > node.Threshold(Columns) ? 1 : 0);
}
