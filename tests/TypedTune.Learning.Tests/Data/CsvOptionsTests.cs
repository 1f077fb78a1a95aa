using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace TypedTune.Learning.Tests.Data;

public sealed class CsvOptionsTests
{
    private const string VisitHeader = "Weight (kg),MaybeWeight,Count,MaybeCount,Paid,MaybePaid,Note,MaybeNote,Weather";

    [Fact]
    public void Markers_AreMissingValuesAndCounted()
    {
        var visits = Csv.Read<Visit>(new StringReader($"{VisitHeader}\n1,NA,1,,1,?,a,NA,Sun\n1,NaN,1,null,1,,a,\" N/A \",Sun\n1,nan,1,NULL,1,,a,b,Sun\n"));

        Assert.Equal(["b"], visits.Column(Visit.Columns.MaybeNote).Levels);
        Assert.All(visits, visit => Assert.Null(visit.MaybeWeight));
        Assert.Equal(
            [
                new("MaybeWeight", "NA", 1), new("MaybeWeight", "NaN", 1), new("MaybeWeight", "nan", 1), new("MaybeCount", "", 1), new("MaybeCount", "null", 1),
                new("MaybeCount", "NULL", 1), new("MaybePaid", "", 2), new("MaybePaid", "?", 1), new("MaybeNote", "NA", 1), new MarkerCount("MaybeNote", "N/A", 1),
            ],
            visits.MissingMarkers);
    }

    [Fact]
    public void Description_TellsWhatWasTakenAsMissing()
    {
        var visits = Csv.Read<Visit>(new StringReader($"{VisitHeader}\n1,NA,1,2,1,0,a,NA,Sun\n1,NA,1,2,1,,a,b,Sun\n"));

        Assert.EndsWith("\ntaken as missing when it was read: MaybeWeight 'NA' 2; MaybePaid empty 1; MaybeNote 'NA' 1\n", visits.Describe().ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\ntaken as missing when it was read: MaybeWeight 'NA' 2; MaybePaid empty 1; MaybeNote 'NA' 1\n", visits.TakeRows([1]).Describe().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("taken as missing", new Table<Visit>(visits).Describe().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OtherMarkers_AreChosen()
    {
        var options = new CsvOptions { Missing = ["-999", "."] };
        var visits = Csv.Read<Visit>(new StringReader($"{VisitHeader}\n1,-999,1,.,1,.,NA,.,Sun\n1,-99,1,.,1,.,NA,NA,Sun\n"), options);

        Assert.Equal([double.NaN, -99], visits.Column(Visit.Columns.MaybeWeight));
        Assert.Equal(["NA"], visits.Column(Visit.Columns.Note).Levels);
        Assert.Equal([null, "NA"], visits.Select(visit => visit.MaybeNote));
        Assert.Contains("column MaybeWeight: 'NaN' is not a number.", Assert.Throws<CsvException>(() => Csv.Read<Visit>(new StringReader($"{VisitHeader}\n1,NaN,1,.,1,.,NA,.,Sun\n"), options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EmptyField_IsAValueWhereItIsNoMarker()
    {
        var options = new CsvOptions { Missing = ["NA"] };
        var visits = Csv.Read<Visit>(new StringReader($"{VisitHeader}\n1,NA,1,NA,1,NA,a,,Sun\n"), options);

        Assert.Equal("", visits[0].MaybeNote);
        Assert.Contains("\"\" 1", visits.Describe().ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "column MaybeWeight: is empty, which CsvOptions.Missing does not name as a missing value. Add \"\" to it, or fill the field in.",
            Assert.Throws<CsvException>(() => Csv.Read<Visit>(new StringReader($"{VisitHeader}\n1,,1,NA,1,NA,a,b,Sun\n"), options)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task RowsWithoutAHeader_AreInTheOrderOfTheProperties()
    {
        var options = new CsvOptions { HasHeader = false };
        var expected = Csv.Read<Visit>(new StringReader($"{VisitHeader}\n1,2,3,4,1,0,a,b,Sun\n5,,7,8,0,1,c,,Rain\n"));

        Assert.Equal<Visit>(expected, Csv.Read<Visit>(new StringReader("1,2,3,4,1,0,a,b,Sun\n5,,7,8,0,1,c,,Rain\n"), options));
        Assert.Equal<Visit>(expected, await Csv.ReadAsync<Visit>(new MemoryStream("1,2,3,4,1,0,a,b,Sun\n5,,7,8,0,1,c,,Rain\n"u8.ToArray()), options, TestContext.Current.CancellationToken));
        Assert.EndsWith(
            "has 2 fields a row and no header, but Visit has 9 columns: Weight, MaybeWeight, Count, MaybeCount, Paid, MaybePaid, Note, MaybeNote, Weather. Give it a property for each field, in their order, or the file a header.",
            Assert.Throws<CsvException>(() => Csv.Read<Visit>(new StringReader("1,2\n"), options)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void FileWithoutTheTarget_HasRowsToPredict()
    {
        var options = new CsvOptions { HasTarget = false };
        var leaves = Csv.Read<Leaf>(new StringReader("length,width\n1,2\n3,4\n"), options);

        Assert.Equal([new Leaf { Length = 1, Width = 2 }, new Leaf { Length = 3, Width = 4 }], leaves);
        Assert.Equal<Leaf>(leaves, Csv.Read<Leaf>(new StringReader("1,2\n3,4\n"), options with { HasHeader = false }));
        Assert.Equal<Leaf>(leaves, Csv.Read<Leaf>(new StringReader("age,length,width\n9,1,2\n8,3,4\n"), options));
        Assert.Contains("has no column for Leaf.Age", Assert.Throws<CsvException>(() => Csv.Read<Leaf>(new StringReader("length,width\n1,2\n"))).Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "has no target, but Stay.Nights cannot be missing. Make it nullable.",
            Assert.Throws<CsvException>(() => Csv.Read<Stay>(new StringReader("a\n1\n"), options)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void CategoryThatIsAMarker_IsNotWritten()
    {
        var text = new StringWriter();
        var table = new Table<Visit>([new Visit { Note = "NA" }]);

        Assert.StartsWith(
            "Visit.Note cannot be written: the value of row 0 is 'NA', which is read as a missing value.",
            Assert.Throws<ArgumentException>("table", () => Csv.Write(table, text)).Message,
            StringComparison.Ordinal);
        Csv.Write(table, text, new CsvOptions { Missing = ["-"] });
        Assert.Equal($"{VisitHeader}\n0,-,0,-,false,-,NA,-,Sun\n", text.ToString());
    }

    [Fact]
    public void DecimalComma_IsReadAndAPointRefused()
    {
        var german = new CsvOptions { Separator = ';', Culture = CultureInfo.GetCultureInfo("de-DE") };

        Assert.Equal(1.5, Csv.Read<Visit>(new StringReader($"{VisitHeader.Replace(',', ';')}\n1,5;;1;;1;;a;;Sun\n"), german)[0].Weight);
        foreach (string number in new[] { "1.5", "1.234,5" })
        {
            Assert.Contains(
                $"'{number}' is not a number. Write numbers with a comma for the decimals and nothing between the thousands.",
                Assert.Throws<CsvException>(() => Csv.Read<Visit>(new StringReader($"{VisitHeader.Replace(',', ';')}\n{number};;1;;1;;a;;Sun\n"), german)).Message,
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32BE", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", false)]
    [InlineData("iso-8859-1", false)]
    public void Encoding_IsThatOfTheMarkOrTheOption(string name, bool isMarked)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] text = encoding.GetBytes($"{VisitHeader}\n1,,1,,1,,Zürich,,Sun\n");
        byte[] bytes = isMarked ? [.. encoding.GetPreamble(), .. text] : text;

        Assert.Equal("Zürich", Csv.Read<Visit>(new MemoryStream(bytes), isMarked ? null : new CsvOptions { Encoding = encoding })[0].Note);
        Assert.Equal("Zürich", Csv.Read<Visit>(new MemoryStream(Compress(bytes)), isMarked ? null : new CsvOptions { Encoding = encoding })[0].Note);
    }

    [Fact]
    public void BytesThatAreNotUtf8_AreRefusedWithTheirPlace()
    {
        var cities = new MemoryStream(Encoding.Latin1.GetBytes($"{VisitHeader}\n1,,1,,1,,Oslo,,Sun\n1,,1,,1,,Zürich,,Sun\n"));
        var error = Assert.Throws<CsvException>(() => Csv.Read<Visit>(cities, new CsvOptions { Source = "cities.csv" }));

        Assert.Equal(
            "cities.csv, row 2 (line 3), column Note: 'Z\uFFFDrich' holds bytes that are not UTF-8. Name the file's encoding by CsvOptions.Encoding, such as Encoding.Latin1, or convert the file.",
            error.Message);
        Assert.Equal((2, 3, "Note", "Z\uFFFDrich"), (error.Row, error.Line, error.Column, error.Value));
    }

    [Fact]
    public void BytesThatAreNotOfTheEncoding_AreRefused()
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($"{VisitHeader}\n1,,1,,1,,a,,Sun\n"), 0x00, 0xD8, 0x41, 0x00];

        Assert.Contains("that are not of the encoding utf-16.", Assert.Throws<CsvException>(() => Csv.Read<Visit>(new MemoryStream(bytes))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "that are not of the encoding us-ascii.",
            Assert.Throws<CsvException>(() => Csv.Read<Visit>(new MemoryStream(Encoding.UTF8.GetBytes($"{VisitHeader}\n1,,1,,1,,ä,,Sun\n")), new CsvOptions { Encoding = Encoding.ASCII })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void HeaderThatIsNotUtf8_IsSaidWhereAColumnIsMissing() => Assert.EndsWith(
        " The header holds bytes that are not UTF-8: name the encoding by CsvOptions.Encoding.",
        Assert.Throws<CsvException>(() => Csv.Read<Street>(new MemoryStream(Encoding.Latin1.GetBytes("Größe\n1\n")))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task GzipFile_IsWrittenReadAndReadAsynchronously()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.csv.gz");
        Visit[] visits = [.. Enumerable.Range(0, 20_000).Select(i => new Visit { Count = i, Note = $"note {i % 100}" })];
        Csv.Write(new Table<Visit>(visits), path);
        byte[] written = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal([0x1F, 0x8B], written[..2]);
        Assert.Equal(visits, Csv.Read<Visit>(path));
        Assert.Equal(visits, await Csv.ReadAsync<Visit>(path, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(visits, await Csv.ReadAsync<Visit>(new MemoryStream(written), cancellationToken: TestContext.Current.CancellationToken));
        File.Delete(path);
    }

    [Fact]
    public void JoinedGzipFiles_AreOne()
    {
        byte[] first = Compress(Encoding.UTF8.GetBytes($"{VisitHeader}\n1,,1,,1,,a,,Sun\n"));
        byte[] second = Compress("2,,1,,1,,b,,Sun\n"u8.ToArray());

        Assert.Equal(["a", "b"], Csv.Read<Visit>(new MemoryStream([.. first, .. second])).Select(visit => visit.Note));
    }

    [Fact]
    public void EveryCutGzipFile_IsRefused()
    {
        byte[] whole = Compress(Encoding.UTF8.GetBytes($"{VisitHeader}\n{string.Concat(Enumerable.Range(0, 200).Select(i => $"{i},,{i * 7919 % 1000},,1,,a{i % 7},,Sun\n"))}"));

        Assert.Equal(200, Csv.Read<Visit>(new MemoryStream(whole)).RowCount);
        for (int length = 0; length < whole.Length; length++)
        {
            var error = Assert.Throws<CsvException>(() => Csv.Read<Visit>(new MemoryStream(whole, 0, length)));
            if (length > 20)
                Assert.Contains("is a damaged gzip file", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData('a')]
    [InlineData('7')]
    [InlineData('"')]
    [InlineData('\n')]
    [InlineData('ä')]
    public void CharacterThatCannotSeparate_IsRefused(char separator) =>
        Assert.Throws<ArgumentOutOfRangeException>("Separator", () => new CsvOptions { Separator = separator });

    [Fact]
    public void LongValues_AreShortenedInMessages()
    {
        string row = $"{new string('9', 10_000_000)}x,,1,,1,,a,,Sun";
        var error = Assert.Throws<CsvException>(() => Csv.Read<Visit>(new StringReader($"{VisitHeader}\n{row}")));

        Assert.Contains($"'{new string('9', 200)}… (10000001 bytes)' is not a number.", error.Message, StringComparison.Ordinal);
        Assert.InRange(Assert.Throws<CsvException>(() => Csv.Read<Visit>(new StringReader($"{new string('h', 10_000_000)}\n1"))).Message.Length, 1, 1_000);
        Assert.InRange(Assert.Throws<CsvException>(() => Csv.Read<Visit>(new StringReader(string.Join(',', Enumerable.Range(0, 1_000_000)) + "\n1"))).Message.Length, 1, 1_000);
        Assert.InRange(Assert.Throws<CsvException>(() => Csv.Read<Visit>(new StringReader($"{VisitHeader}\n1,,1,,1,,a,,{new string('S', 10_000_000)}"))).Message.Length, 1, 1_000);
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return compressed.ToArray();
    }

    private sealed record Street(double Größe) : IRow<Street>
    {
        public static RowSchema<Street> Schema { get; } = new("Street", [new NumberColumn<Street>("Größe", 0, NumberKind.Real, row => row.Größe)], row => new Street(row.Number(0)));
    }
}
