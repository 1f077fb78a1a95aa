using System.IO.Compression;
using CsCheck;

namespace TypedTune.Learning.Tests.Data;

/// <summary>Bytes that were damaged at random give an error, or a table whose every value stands in the bytes: never another exception.</summary>
public sealed class CsvDamageTests
{
    private static Gen<(int Kind, double Place, byte Value)> Damage { get; } = Gen.Select(Gen.Int[0, 3], Gen.Double[0, 1], Gen.Byte);

    [Fact]
    public void DamagedText_IsRefusedOrReadAsItStands() => Gen.Select(StayGenerator.Stays.Array[1, 5], Damage.Array[1, 4]).Sample(
        (stays, damages) =>
        {
            byte[] bytes = Damaged(Written(stays, "stays.csv"), damages);
            if (TryRead(bytes) is not { } table)
                return;

            // What was read is what the bytes say: written and read again it is the same.
            var text = new StringWriter();
            Csv.Write(table, text);
            Assert.Equal<Stay>(table, Csv.Read<Stay>(new StringReader(text.ToString())));
            Assert.All(table.Column(Stay.Columns.City).Levels, city => Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(city.Replace("\"", "\"\"", StringComparison.Ordinal))) >= 0 || city.Contains('"')));
        },
        iter: 5_000);

    [Fact]
    public void DamagedGzip_IsRefusedOrUnharmed() => Gen.Select(StayGenerator.Stays.Array[1, 5], Damage).Sample(
        (stays, damage) =>
        {
            if (TryRead(Damaged(Written(stays, "stays.csv.gz"), [damage])) is { } table)
                Assert.Equal(stays, table);
        },
        iter: 2_000);

    [Fact]
    public void AnyBytes_AreRefusedOrRead() => Gen.Byte.Array[0, 200].Sample(
        bytes =>
        {
            TryRead(bytes);
            TryRead([0x1F, 0x8B, .. bytes]);
            TryRead([0xFF, 0xFE, .. bytes]);
        },
        iter: 5_000);

    private static Table<Stay>? TryRead(byte[] bytes)
    {
        try
        {
            return Csv.Read<Stay>(new MemoryStream(bytes));
        }
        catch (CsvException)
        {
            return null;
        }
    }

    private static byte[] Written(Stay[] stays, string name)
    {
        using var bytes = new MemoryStream();
        using (Stream to = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionLevel.Fastest) : bytes)
        using (var text = new StreamWriter(to))
            Csv.Write(new Table<Stay>(stays), text);
        return bytes.ToArray();
    }

    private static byte[] Damaged(byte[] bytes, (int Kind, double Place, byte Value)[] damages)
    {
        var damaged = bytes.ToList();
        foreach (var (kind, place, value) in damages.Where(_ => damaged.Count > 0))
        {
            int at = Math.Min((int)(place * damaged.Count), damaged.Count - 1);
            if (kind == 0)
                damaged[at] = value;
            else if (kind == 1)
                damaged.RemoveAt(at);
            else if (kind == 2)
                damaged.Insert(at, value);
            else
                damaged.RemoveRange(at, damaged.Count - at);
        }

        return [.. damaged];
    }
}
