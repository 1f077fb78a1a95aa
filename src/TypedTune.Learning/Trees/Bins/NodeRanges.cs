using System.Numerics;

namespace TypedTune.Learning;

/// <summary>Which columns vary in a node, and between which codes. One a thread.</summary>
/// <param name="columns">P.</param>
internal sealed class NodeRanges(int columns)
{
    /// <summary>Bit c % 32 of word c / 32 is set for each column c that varies.</summary>
    public uint[] Varying { get; } = new uint[VaryingColumns.Words(columns)];

    /// <summary>How many columns vary.</summary>
    public int VaryingCount
    {
        get
        {
            int count = 0;
            foreach (uint word in Varying)
                count += BitOperations.PopCount(word);
            return count;
        }
    }

    /// <summary>Each column's smallest code, if codes are wide; room for whole vectors.</summary>
    public ushort[] Lows { get; } = new ushort[32 * VaryingColumns.Words(columns)];

    /// <summary>Each column's largest code, if codes are wide; room for whole vectors.</summary>
    public ushort[] Highs { get; } = new ushort[32 * VaryingColumns.Words(columns)];
}
