using System.Buffers.Binary;

namespace TypedTune.Learning;

/// <summary>Reads what <see cref="TreeBytesWriter"/> wrote.</summary>
/// <param name="bytes">The trees.</param>
/// <param name="document">What they belong to.</param>
internal sealed class TreeBytesReader(byte[] bytes, ForestDocument document)
{
    private int _at;

    private int Left => bytes.Length - _at;

    /// <summary>Reads a tree.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public GrownTree Read()
    {
        int count = Count(bytesOfEach: 3);
        var nodes = new TreeNode[count];
        var weights = new float[count];
        for (int node = 0; node < count; node++)
        {
            nodes[node] = ReadNode(node);
            weights[node] = ReadWeight();
        }

        double[] decreases = Numbers(document.Features.Count);
        double[] distributions = Numbers(Count(sizeof(double)));
        var sets = new ulong[Count(sizeof(ulong))];
        foreach (ref ulong word in sets.AsSpan())
            word = BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));
        return TreeChecks.Checked(new GrownTree(nodes, weights, 0, decreases, distributions, sets, null), document);
    }

    /// <summary>Reads what the leaves of a quantile forest hold.</summary>
    /// <param name="trees">Its trees.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public LeafTargets ReadLeaves(GrownTree[] trees)
    {
        double[] sorted = Numbers(Count(sizeof(double)));
        return TreeChecks.Checked(new LeafTargets(sorted, Array.ConvertAll(trees, ReadLeaves)), trees);
    }

    private LeafTargets.OfTree ReadLeaves(GrownTree tree)
    {
        var starts = new int[tree.Nodes.Length + 1];
        var ranks = new List<int>();
        var weights = new List<float>();
        for (int node = 0; node < tree.Nodes.Length; node++)
        {
            int count = tree.Nodes[node].IsLeaf ? Count(bytesOfEach: 2) : 0;
            ulong rank = 0;
            for (int i = 0; i < count; i++)
            {
                rank += Math.Min(Variable(), int.MaxValue);
                ranks.Add((int)Math.Min(rank, int.MaxValue));
                weights.Add(ReadWeight());
            }

            starts[node + 1] = ranks.Count;
        }

        return new LeafTargets.OfTree(starts, [.. ranks], [.. weights]);
    }

    /// <summary>Refuses bytes behind the last tree.</summary>
    public void RequireEnd()
    {
        if (Left > 0)
            throw new InvalidDataException($"The model is damaged: {Left} bytes follow its last tree.");
    }

    private TreeNode ReadNode(int node)
    {
        ulong bits = Variable();
        if (bits == 1)
            return TreeNode.Leaf(ReadLeaf(), node);
        ulong column = bits / 8;
        ulong left = (ulong)node + Variable();
        if ((bits & 1) != 0 || column > TreeNode.LastColumn || left > int.MaxValue)
            throw new InvalidDataException("The model is damaged: a node is neither a split nor a leaf.");
        bool sendsMissingRight = (bits & 4) != 0;
        return (bits & 2) != 0
            ? TreeNode.CategorySplit((int)column, Variable(), (int)left, sendsMissingRight)
            : TreeNode.NumberSplit((int)column, Number(), (int)left, sendsMissingRight);
    }

    private double ReadLeaf()
    {
        if (document.Classes.Length == 0)
            return Number();
        ulong value = Variable();
        return (value & 1) == 0 ? value / 2 : -1 - (double)(value / 2);
    }

    private float ReadWeight()
    {
        ulong value = Variable();
        return value == 1 ? BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float))) : value / 2;
    }

    private double[] Numbers(int count)
    {
        if (count > Left / sizeof(double))
            throw CutOff();
        var numbers = new double[count];
        foreach (ref double number in numbers.AsSpan())
            number = Number();
        return numbers;
    }

    // As many as there can be in what is left, so that no number makes a larger array than the file.
    private int Count(int bytesOfEach)
    {
        ulong count = Variable();
        if (count > (ulong)(Left / bytesOfEach))
            throw CutOff();
        return (int)count;
    }

    private double Number() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    private ulong Variable()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Take(1)[0];
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
                return value;
        }

        throw new InvalidDataException("The model is damaged: a number is cut off.");
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > Left)
            throw CutOff();
        _at += length;
        return bytes.AsSpan(_at - length, length);
    }

    private static InvalidDataException CutOff() => new("The model is damaged: a tree ends before all of it was read.");
}
