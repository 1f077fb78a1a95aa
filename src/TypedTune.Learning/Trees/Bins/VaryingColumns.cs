using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>
/// Finds the columns that differ between a node's rows, 32 of them in one comparison, so that features are drawn from
/// these alone and no constant one is ever looked at.
/// </summary>
internal static class VaryingColumns
{
    /// <summary>How many words of 32 columns there are.</summary>
    /// <param name="columns">P.</param>
    public static int Words(int columns) => (columns + 31) / 32;

    /// <summary>Sets bit c % 32 of word c / 32 for each column c in which two rows differ.</summary>
    /// <param name="records">The node's records, followed by at least <see cref="RecordLayout.Slack"/> bytes.</param>
    /// <param name="layout">How they lie.</param>
    /// <param name="count">How many there are, at least 1.</param>
    /// <param name="words">Receives the bits.</param>
    /// <param name="start">The first word to look at.</param>
    public static void Find(ReadOnlySpan<byte> records, in RecordLayout layout, int count, Span<uint> words, int start = 0)
    {
        int stride = layout.Stride;
        for (int word = start; word < words.Length; word++)
        {
            ref byte record = ref Unsafe.Add(ref MemoryMarshal.GetReference(records), word * 32);
            var first = Vector256.LoadUnsafe(ref record);
            var differences = Vector256<byte>.Zero;
            for (int i = 1; i < count; i++)
            {
                record = ref Unsafe.Add(ref record, stride);
                differences |= Vector256.LoadUnsafe(ref record) ^ first;
            }

            words[word] = Bits(differences, layout.Columns - word * 32);
        }
    }

    /// <summary>A word's bits.</summary>
    /// <param name="differences">Not 0 where a column differs.</param>
    /// <param name="columns">How many columns there are from the word's first one on.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Vector256<byte> differences, int columns)
    {
        // What follows the bins, and the next record, is in the last vector too.
        return ~Vector256.Equals(differences, Vector256<byte>.Zero).ExtractMostSignificantBits() & (uint.MaxValue >> Math.Max(0, 32 - columns));
    }

    /// <summary>The bits of two words in one.</summary>
    /// <param name="low">Not 0 where a column of the first word differs.</param>
    /// <param name="high">Not 0 where a column of the second word differs.</param>
    /// <param name="columns">How many columns there are, 1 to 64.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bits(Vector256<byte> low, Vector256<byte> high, int columns)
    {
        ulong equal = Vector256.Equals(low, Vector256<byte>.Zero).ExtractMostSignificantBits() | (ulong)Vector256.Equals(high, Vector256<byte>.Zero).ExtractMostSignificantBits() << 32;
        return ~equal & (ulong.MaxValue >> (64 - columns));
    }

    /// <summary>Finds the columns one at a time: the reference that <see cref="Find"/> is tested against.</summary>
    public static int FindScalar(ReadOnlySpan<byte> records, in RecordLayout layout, int count, Span<uint> words)
    {
        words.Clear();
        int varying = 0;
        for (int column = 0; column < layout.Columns; column++)
        {
            bool differs = false;
            for (int i = 1; i < count; i++)
                differs |= records[i * layout.Stride + column] != records[column];
            if (!differs)
                continue;
            words[column / 32] |= 1u << (column % 32);
            varying++;
        }

        return varying;
    }
}
