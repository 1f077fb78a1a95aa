using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTune.Learning;

/// <summary>
/// Three levels of a tree in one cache line: seven splits, and the eight ways out of them, each to a leaf, to another block, or to
/// nowhere. A leaf above the third level is drawn out to the left by splits that send everything there.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = Bytes)]
internal struct TreeBlock
{
    /// <summary>The size of a block.</summary>
    public const int Bytes = 64;

    /// <summary>How many splits a block has; the children of split i are 2i + 1 and 2i + 2, and those beyond the last are the ways out.</summary>
    public const int Splits = 7;

    /// <summary>How many ways lead out of a block.</summary>
    public const int Exits = Splits + 1;

    /// <summary>The thresholds, rounded: values below go left and values above right; at one the rounded numbers don't tell.</summary>
    public SplitThresholds Thresholds;

    /// <summary>The columns that are compared with them.</summary>
    public SplitColumns Columns;

    /// <summary>A bit a way out, set if it leads to a block.</summary>
    public byte ToBlock;

    /// <summary>A bit a way out, set if it leads to a leaf.</summary>
    public byte ToLeaf;

    /// <summary>Where the first way out that leads to a block leads; the others follow one after the other.</summary>
    public uint FirstBlock;

    /// <summary>Where the first way out that leads to a leaf leads; the others follow one after the other.</summary>
    public uint FirstLeaf;

    /// <summary>The node of the tree that the first split is.</summary>
    public uint Root;

    /// <summary>A number a split.</summary>
    [InlineArray(Splits)]
    public struct SplitThresholds
    {
        private uint _first;
    }

    /// <summary>A column a split.</summary>
    [InlineArray(Splits)]
    public struct SplitColumns
    {
        private ushort _first;
    }
}
