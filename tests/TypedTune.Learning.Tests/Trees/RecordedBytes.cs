using System.Buffers;
using System.Buffers.Binary;

namespace TypedTune.Learning.Tests.Trees;

/// <summary>Trees as the bytes that were hashed when they were recorded.</summary>
/// <remarks>
/// A tree: how many nodes; its nodes; a decrease of impurity a column; how many numbers of distributions and these; how many words of
/// category sets and these. A node: one number of variable length that is 1 in a leaf, else 8 · column + 4 if missing values go
/// right + 2 if it splits by categories. Then in a leaf its value, a class as a number of variable length (classes from 0 even, places of
/// distributions odd); in a split the left child less the node, and the threshold or the place of the categories. Last the weight:
/// a whole one twice as a number of variable length, any other a 1 and its four bytes.
/// Behind the trees of a quantile forest come how many targets there are and these, upwards; then, leaf after leaf of each tree, how many
/// it holds, and of each how far its place is behind the one before, and its weight.
/// </remarks>
/// <param name="areClasses">Whether leaves say classes.</param>
internal sealed class RecordedBytes(bool areClasses)
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>The bytes written so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>Writes a tree.</summary>
    public void Write(GrownTree tree)
    {
        Variable((ulong)tree.Nodes.Length);
        for (int node = 0; node < tree.Nodes.Length; node++)
        {
            if (tree.Nodes[node].IsLeaf)
                WriteLeaf(tree.Nodes[node].Value);
            else
                WriteSplit(tree.Nodes[node], node);
            WriteWeight(tree.NodeWeights[node]);
        }

        foreach (double decrease in tree.ImpurityDecreases)
            Number(decrease);
        Variable((ulong)tree.Distributions.Length);
        foreach (double share in tree.Distributions)
            Number(share);
        Variable((ulong)tree.CategorySets.Length);
        foreach (ulong word in tree.CategorySets)
            BinaryPrimitives.WriteUInt64LittleEndian(Take(sizeof(ulong)), word);
    }

    /// <summary>Writes what the leaves of trees hold.</summary>
    public void Write(LeafTargets leaves, GrownTree[] trees)
    {
        Variable((ulong)leaves.Sorted.Length);
        foreach (double target in leaves.Sorted)
            Number(target);
        for (int tree = 0; tree < trees.Length; tree++)
        {
            for (int node = 0; node < trees[tree].Nodes.Length; node++)
            {
                if (trees[tree].Nodes[node].IsLeaf)
                    WriteTargets(leaves.In(tree, node));
            }
        }
    }

    private void WriteTargets((ReadOnlyMemory<int> Ranks, ReadOnlyMemory<float> Weights) leaf)
    {
        Variable((ulong)leaf.Ranks.Length);
        int before = 0;
        for (int i = 0; i < leaf.Ranks.Length; i++)
        {
            Variable((ulong)(leaf.Ranks.Span[i] - before));
            before = leaf.Ranks.Span[i];
            WriteWeight(leaf.Weights.Span[i]);
        }
    }

    private void WriteLeaf(double value)
    {
        Variable(1);
        if (!areClasses)
            Number(value);
        else
            Variable(value >= 0 ? 2 * (ulong)value : 2 * (ulong)(-1 - value) + 1);
    }

    private void WriteSplit(TreeNode split, int node)
    {
        Variable(8 * (ulong)split.Column + (split.SendsMissingRight ? 4UL : 0) + (split.IsCategory ? 2UL : 0));
        Variable((ulong)(split.Left - node));
        if (split.IsCategory)
            Variable((ulong)split.Value);
        else
            Number(split.Value);
    }

    private void WriteWeight(float weight)
    {
        if (weight == MathF.Floor(weight) && weight < 1 << 30)
        {
            Variable(2 * (ulong)weight);
            return;
        }

        Variable(1);
        BinaryPrimitives.WriteSingleLittleEndian(Take(sizeof(float)), weight);
    }

    private void Number(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Take(sizeof(double)), value);

    private void Variable(ulong value)
    {
        for (; value >= 128; value >>= 7)
            Take(1)[0] = (byte)(value | 128);
        Take(1)[0] = (byte)value;
    }

    private Span<byte> Take(int length)
    {
        var span = _bytes.GetSpan(length)[..length];
        _bytes.Advance(length);
        return span;
    }
}
