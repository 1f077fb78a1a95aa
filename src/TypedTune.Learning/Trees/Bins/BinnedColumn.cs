using System.Runtime.InteropServices;

namespace TypedTune.Learning;

/// <summary>A column's bins, and the codes of its values side by side: a byte or two for the eight of a number. Immutable.</summary>
/// <typeparam name="TCodes">The width of codes.</typeparam>
internal sealed class BinnedColumn<TCodes>
    where TCodes : struct, ICodes
{
    private readonly byte[] _codes;
    private readonly int _rows;

    /// <summary>Cuts a column into bins and finds its codes.</summary>
    /// <param name="column">At least one number, none infinite.</param>
    /// <param name="codeBytes">How many bytes a code takes.</param>
    /// <param name="tolerance">How far a value may lie above the smallest of those that are equal to it.</param>
    public BinnedColumn(ReadOnlySpan<double> column, int codeBytes, double tolerance)
    {
        ValueTolerance = tolerance;
        Bins = ColumnBins.Of(column, TCodes.Most, tolerance);
        _rows = column.Length;
        _codes = new byte[_rows * codeBytes];
        Bins.Encode<TCodes>(column, _codes, codeBytes);
    }

    /// <summary>How far a value may lie above the smallest of those that are equal to it.</summary>
    public double ValueTolerance { get; }

    /// <summary>The bins.</summary>
    public ColumnBins Bins { get; }

    /// <summary>Puts the codes into records.</summary>
    /// <param name="records">Where the first row's code goes.</param>
    /// <param name="stride">How far apart the codes are put.</param>
    public void CopyTo(Span<byte> records, int stride)
    {
        ref byte codes = ref MemoryMarshal.GetArrayDataReference(_codes);
        for (int row = 0; row < _rows; row++)
            TCodes.Store(records[(row * stride)..], TCodes.Load(ref codes, row));
    }
}
