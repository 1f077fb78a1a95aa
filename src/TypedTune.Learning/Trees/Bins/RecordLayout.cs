using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>
/// How a row lies in memory while a tree is grown: a code of one, two or four bytes for each column, the target (a number in double
/// precision, or a class), the weight in single. One record a row, moved as a whole at each split, keeps every node one contiguous run; reaching the
/// rows through an index array instead took 1.6 times as long.
/// </summary>
internal readonly struct RecordLayout
{
    /// <summary>How many bytes past the last record a vector may read.</summary>
    public const int Slack = 64;

    /// <summary>Lays out rows of so many columns.</summary>
    /// <param name="columns">P, at least 1.</param>
    /// <param name="codeBytes">How many bytes a code takes: 1, 2 or 4.</param>
    /// <param name="targetBytes">8 for a number, 4 for a class.</param>
    private RecordLayout(int columns, int codeBytes, int targetBytes)
    {
        Columns = columns;
        CodeBytes = codeBytes;
        TargetOffset = (columns * CodeBytes + targetBytes - 1) / targetBytes * targetBytes;
        WeightOffset = TargetOffset + targetBytes;
        Stride = (WeightOffset + sizeof(float) + 15) / 16 * 16;
    }

    /// <summary>P, the number of columns and of codes in a record.</summary>
    public int Columns { get; }

    /// <summary>How many bytes a code takes: 1, 2 or 4.</summary>
    public int CodeBytes { get; }

    /// <summary>Where in a record the target lies.</summary>
    public int TargetOffset { get; }

    /// <summary>Where in a record the weight lies.</summary>
    public int WeightOffset { get; }

    /// <summary>How many bytes a record takes, a multiple of 16.</summary>
    public int Stride { get; }

    /// <summary>Lays out rows whose target is a number.</summary>
    /// <param name="columns">P, at least 1.</param>
    /// <param name="codeBytes">How many bytes a code takes.</param>
    public static RecordLayout OfNumbers(int columns, int codeBytes) => new(columns, codeBytes, sizeof(double));

    /// <summary>Lays out rows whose target is a class: at 50 columns 64 bytes, one cache line, instead of 80.</summary>
    /// <param name="columns">P, at least 1.</param>
    /// <param name="codeBytes">How many bytes a code takes.</param>
    public static RecordLayout OfClasses(int columns, int codeBytes) => new(columns, codeBytes, sizeof(int));

    /// <summary>An array for so many records.</summary>
    /// <param name="rows">How many.</param>
    /// <exception cref="ArgumentException">So many records do not fit into one array.</exception>
    public byte[] Allocate(int rows) => new byte[Bytes(rows)];

    /// <summary>The same, rented: with anything in it, and perhaps longer.</summary>
    /// <inheritdoc cref="Allocate" path="/param"/>
    /// <inheritdoc cref="Allocate" path="/exception"/>
    public byte[] Rent(int rows) => Buffers<byte>.Rent(Bytes(rows));

    private int Bytes(int rows)
    {
        long bytes = (long)rows * Stride + Slack;
        if (bytes > Array.MaxLength)
            throw new ArgumentException($"{rows} rows × {Columns} columns need {bytes} bytes while a tree is grown, but an array holds at most {Array.MaxLength}.", nameof(rows));
        return (int)bytes;
    }

    /// <summary>Copies a record.</summary>
    /// <param name="from">The record.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="stride">How many bytes it takes, a multiple of 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ref byte from, ref byte to, nint stride)
    {
        if (stride < 32)
        {
            Vector128.LoadUnsafe(ref from).StoreUnsafe(ref to);
            return;
        }

        // From the end, parts of it twice, so that the front is one store, and what next reads 32 codes of it need not wait for two.
        for (nint at = stride - 32; at > 0; at -= 32)
            Vector256.LoadUnsafe(ref from, (nuint)at).StoreUnsafe(ref to, (nuint)at);
        Vector256.LoadUnsafe(ref from).StoreUnsafe(ref to);
    }

    /// <summary>The target of the record at <paramref name="record"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Target(ref byte record) => Unsafe.ReadUnaligned<double>(ref Unsafe.Add(ref record, TargetOffset));

    /// <summary>The class of the record at <paramref name="record"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Class(ref byte record) => Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref record, TargetOffset));

    /// <summary>The weight of the record at <paramref name="record"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Weight(ref byte record) => Unsafe.ReadUnaligned<float>(ref Unsafe.Add(ref record, WeightOffset));

    /// <summary>Puts a target into a record: a number of type double, or a class of type int.</summary>
    public void SetTarget<T>(Span<byte> record, T target)
        where T : unmanaged => MemoryMarshal.Write(record[TargetOffset..], in target);
}
