namespace TypedTune.Learning;

/// <summary>Cuts trees into blocks. The roots of all trees come first; below, what hangs together lies together.</summary>
internal sealed class BlockLayout
{
    private const int Nowhere = -1;

    private readonly Stack<(int Block, int Node)> _open = [];

    /// <summary>Begins with a block a tree.</summary>
    /// <param name="trees">How many trees there will be.</param>
    public BlockLayout(int trees) => Blocks.AddRange(new TreeBlock[trees]);

    /// <summary>The blocks, each tree's root at the tree's number.</summary>
    public List<TreeBlock> Blocks { get; } = [];

    /// <summary>What the leaves say.</summary>
    public List<double> Leaves { get; } = [];

    /// <summary>Adds a tree.</summary>
    /// <param name="tree">Its number.</param>
    /// <param name="nodes">Its nodes.</param>
    public void Add(int tree, ReadOnlySpan<TreeNode> nodes)
    {
        _open.Push((tree, 0));
        while (_open.TryPop(out var open))
            Blocks[open.Block] = Cut(nodes, open.Node);
    }

    private TreeBlock Cut(ReadOnlySpan<TreeNode> nodes, int root)
    {
        var block = new TreeBlock { Root = (uint)root, FirstBlock = (uint)Blocks.Count, FirstLeaf = (uint)Leaves.Count };
        Span<int> levels = stackalloc int[TreeBlock.Splits + TreeBlock.Exits];
        levels[0] = root;
        for (int split = 0; split < TreeBlock.Splits; split++)
        {
            int index = levels[split];
            bool splits = index != Nowhere && !nodes[index].IsLeaf;
            block.Thresholds[split] = splits ? ~ValueCodes.OfThreshold(nodes[index].Value) : 0;
            block.Columns[split] = splits ? (ushort)nodes[index].Column : (ushort)0;
            levels[2 * split + 1] = splits ? nodes[index].Left : index;
            levels[2 * split + 2] = splits ? nodes[index].Left + 1 : Nowhere;
        }

        for (int exit = 0; exit < TreeBlock.Exits; exit++)
        {
            int index = levels[TreeBlock.Splits + exit];
            if (index == Nowhere)
                continue;
            if (nodes[index].IsLeaf)
            {
                block.ToLeaf |= (byte)(1 << exit);
                Leaves.Add(nodes[index].Value);
            }
            else
            {
                block.ToBlock |= (byte)(1 << exit);
                _open.Push((Blocks.Count, index));
                Blocks.Add(default);
            }
        }

        return block;
    }
}
