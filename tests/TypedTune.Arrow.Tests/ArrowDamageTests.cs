using CsCheck;
using TypedTune.Learning.Tests.Data;

namespace TypedTune.Arrow.Tests;

/// <summary>Bytes that make no sense give a <see cref="TableException"/>, and no other exception.</summary>
public sealed class ArrowDamageTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void CutBytes_AreRefused(bool isFile)
    {
        byte[] bytes = Written(isFile);
        for (int length = 0; length < bytes.Length; length++)
            Assert.True(TryRead(bytes[..length]) is null, $"{length} of {bytes.Length} bytes were read.");
        Assert.Equal(3, TryRead(bytes)!.RowCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void FlippedBits_AreRefusedOrRead(bool isFile) => Gen.Select(Gen.Double[0, 1], Gen.Int[0, 7]).Sample(
        (place, bit) =>
        {
            byte[] bytes = Written(isFile);
            bytes[(int)(place * (bytes.Length - 1))] ^= (byte)(1 << bit);
            TryRead(bytes);
        },
        iter: 1_000);

    [Fact]
    public void OtherFile_IsRefused() => Assert.Contains(
        "trips.csv is damaged, or no Arrow file or stream: ",
        Assert.Throws<TableException>(() => ReadFile("trips.csv", "distance,name\n1,a\n"u8.ToArray())).Message,
        StringComparison.Ordinal);

    [Fact]
    public void EmptyFile_IsRefused() => Assert.Equal(
        "trips.arrow is empty: expected the schema of an Arrow file or stream.",
        Assert.Throws<TableException>(() => ReadFile("trips.arrow", [])).Message);

    private static Table<Trip>? TryRead(byte[] bytes)
    {
        try
        {
            return ArrowFile.Read<Trip>(new MemoryStream(bytes));
        }
        catch (TableException)
        {
            return null;
        }
    }

    private static void ReadFile(string name, byte[] bytes)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllBytes(Path.Combine(folder, name), bytes);
        try
        {
            ArrowFile.Read<Trip>(Path.Combine(folder, name));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Written(bool isFile)
    {
        var table = new Table<Trip>([new Trip(1, "a"), new Trip(2, "b"), new Trip(3, "a")]);
        if (!isFile)
        {
            using var stream = new MemoryStream();
            ArrowFile.Write(table, stream);
            return stream.ToArray();
        }

        string path = Path.GetTempFileName();
        ArrowFile.Write(table, path);
        byte[] bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }
}
