using System.Buffers.Binary;
using System.Text;

namespace TypedTune.Learning;

/// <summary>Reads what <see cref="BinaryModelEncoder"/> wrote.</summary>
/// <param name="bytes">The values.</param>
internal sealed class BinaryModelDecoder(byte[] bytes) : IModelDecoder
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int _at;

    private int Left => bytes.Length - _at;

    public (string Model, int Version) Begin(string name)
    {
        Expect(name, BinaryKind.Begin);
        return (Characters(), Small());
    }

    public void End() => Expect("", BinaryKind.End);

    public int BeginList(string name)
    {
        Expect(name, BinaryKind.List);
        return Count(bytesOfEach: 2);
    }

    public void EndList() => End();

    public double Number(string name)
    {
        Expect(name, BinaryKind.Number);
        return BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));
    }

    public long Integer(string name)
    {
        Expect(name, BinaryKind.Integer);
        return Signed();
    }

    public bool Bool(string name)
    {
        Expect(name, BinaryKind.Bool);
        return Take(1)[0] switch
        {
            0 => false,
            1 => true,
            _ => throw ModelFileException.Damaged($"{name} is neither true nor false"),
        };
    }

    public string Text(string name)
    {
        Expect(name, BinaryKind.Text);
        return Characters();
    }

    public double[] Numbers(string name)
    {
        var kind = Expect(name, BinaryKind.Numbers, BinaryKind.WholeNumbers, BinaryKind.SingleNumbers);
        var values = new double[Count(kind switch { BinaryKind.Numbers => sizeof(double), BinaryKind.SingleNumbers => sizeof(float), _ => 1 })];
        foreach (ref double value in values.AsSpan())
        {
            value = kind == BinaryKind.WholeNumbers ? Signed()
                : kind == BinaryKind.SingleNumbers ? BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)))
                : BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));
        }

        return values;
    }

    public long[] Integers(string name)
    {
        Expect(name, BinaryKind.Integers);
        var values = new long[Count(bytesOfEach: 1)];
        foreach (ref long value in values.AsSpan())
            value = Signed();
        return values;
    }

    public string[] Texts(string name)
    {
        Expect(name, BinaryKind.Texts);
        var values = new string[Count(bytesOfEach: 1)];
        foreach (ref string value in values.AsSpan())
            value = Characters();
        return values;
    }

    /// <summary>Refuses bytes behind the last value.</summary>
    public void RequireEnd()
    {
        if (Left > 0)
            throw ModelFileException.Damaged($"{Left} bytes follow its last value");
    }

    private BinaryKind Expect(string name, params ReadOnlySpan<BinaryKind> kinds)
    {
        var kind = (BinaryKind)Take(1)[0];
        string found = Encoding.UTF8.GetString(Take(Take(1)[0]));
        return kinds.Contains(kind) && found == name ? kind : throw Unexpected(kinds[0], name, kind, found);
    }

    // The checksum was right, so that a newer or older type wrote it.
    private static ModelFileException Unexpected(BinaryKind expected, string name, BinaryKind kind, string found) => new(
        ModelFileProblem.OtherModel,
        $"The model was saved by another version of its type: {expected} '{name}' is expected, but {kind} '{found}' follows. Load it with the version that saved it, or fit it again.");

    private string Characters()
    {
        int length = Count(bytesOfEach: 1);
        try
        {
            return Strict.GetString(Take(length));
        }
        catch (DecoderFallbackException)
        {
            throw ModelFileException.Damaged("a text is no UTF-8");
        }
    }

    // As many as there can be in what is left, so that no number makes a larger array than the file.
    private int Count(int bytesOfEach)
    {
        long count = Signed();
        return count >= 0 && count <= Left / bytesOfEach ? (int)count : throw CutOff();
    }

    private int Small() => Signed() is var value and >= int.MinValue and <= int.MaxValue ? (int)value : throw ModelFileException.Damaged("a version is no int");

    private long Signed()
    {
        ulong bits = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Take(1)[0];
            bits |= (ulong)(next & 127) << shift;
            if (next < 128)
                return (long)(bits >> 1) ^ -(long)(bits & 1);
        }

        throw ModelFileException.Damaged("an integer is longer than 64 bits");
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > Left)
            throw CutOff();
        _at += length;
        return bytes.AsSpan(_at - length, length);
    }

    private static ModelFileException CutOff() => ModelFileException.Damaged("it ends before all of its values were read");
}
