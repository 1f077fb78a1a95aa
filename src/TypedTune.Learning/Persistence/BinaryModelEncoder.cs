using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TypedTune.Learning;

/// <summary>
/// Writes values as a byte for the kind, the name (its length in a byte, UTF-8) and the value. Integers hold seven bits a byte, the lowest first, the sign in the lowest bit; lists begin
/// with their length.
/// </summary>
/// <param name="bytes">The values.</param>
internal sealed class BinaryModelEncoder(ArrayBufferWriter<byte> bytes) : IModelEncoder
{
    public void Begin(string name, string model, int version)
    {
        Head(BinaryKind.Begin, name);
        Characters(model);
        Signed(version);
    }

    public void End() => Head(BinaryKind.End, "");

    public void BeginList(string name, int count)
    {
        Head(BinaryKind.List, name);
        Signed(count);
    }

    public void EndList() => Head(BinaryKind.End, "");

    public void Number(string name, double value)
    {
        Head(BinaryKind.Number, name);
        BinaryPrimitives.WriteDoubleLittleEndian(Take(sizeof(double)), value);
    }

    public void Integer(string name, long value)
    {
        Head(BinaryKind.Integer, name);
        Signed(value);
    }

    public void Bool(string name, bool value)
    {
        Head(BinaryKind.Bool, name);
        Take(1)[0] = value ? (byte)1 : (byte)0;
    }

    public void Text(string name, string value)
    {
        Head(BinaryKind.Text, name);
        Characters(value);
    }

    public void Numbers(string name, ReadOnlySpan<double> values)
    {
        var kind = KindOf(values);
        Head(kind, name);
        Signed(values.Length);
        foreach (double value in values)
        {
            if (kind == BinaryKind.WholeNumbers)
                Signed((long)value);
            else if (kind == BinaryKind.SingleNumbers)
                BinaryPrimitives.WriteSingleLittleEndian(Take(sizeof(float)), (float)value);
            else
                BinaryPrimitives.WriteDoubleLittleEndian(Take(sizeof(double)), value);
        }
    }

    public void Integers(string name, ReadOnlySpan<long> values)
    {
        Head(BinaryKind.Integers, name);
        Signed(values.Length);
        foreach (long value in values)
            Signed(value);
    }

    public void Texts(string name, IReadOnlyList<string> values)
    {
        Head(BinaryKind.Texts, name);
        Signed(values.Count);
        foreach (string value in values)
            Characters(value);
    }

    // The shortest form from which every bit comes back.
    private static BinaryKind KindOf(ReadOnlySpan<double> values)
    {
        const double Largest = 1L << 48;
        bool areWhole = true, areSingle = true;
        foreach (double value in values)
        {
            areWhole = areWhole && Math.Abs(value) < Largest && IsSame((long)value, value);
            areSingle = areSingle && !double.IsNaN(value) && IsSame((float)value, value);
            if (!areWhole && !areSingle)
                return BinaryKind.Numbers;
        }

        return areWhole ? BinaryKind.WholeNumbers : BinaryKind.SingleNumbers;
    }

    private static bool IsSame(double back, double value) => BitConverter.DoubleToInt64Bits(back) == BitConverter.DoubleToInt64Bits(value);

    private void Head(BinaryKind kind, string name)
    {
        int length = Encoding.UTF8.GetByteCount(name);
        if (length > byte.MaxValue)
            throw new NotSupportedException($"'{Excerpt.From(name)}' is {length} bytes long; the name of a value can have {byte.MaxValue}.");
        var head = Take(2 + length);
        head[0] = (byte)kind;
        head[1] = (byte)length;
        Encoding.UTF8.GetBytes(name, head[2..]);
    }

    private void Characters(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        Signed(length);
        Encoding.UTF8.GetBytes(text, Take(length));
    }

    private void Signed(long value)
    {
        ulong bits = (ulong)(value << 1 ^ value >> 63);
        for (; bits >= 128; bits >>= 7)
            Take(1)[0] = (byte)(bits | 128);
        Take(1)[0] = (byte)bits;
    }

    private Span<byte> Take(int length)
    {
        var span = bytes.GetSpan(length)[..length];
        bytes.Advance(length);
        return span;
    }
}
