using CsCheck;

namespace TypedTune.Learning.Tests.Data;

public sealed class CsvWritingTests
{
    private static string[] Pieces { get; } = ["a", "B", " ", "\"", ",", ";", "\n", "\r", "\r\n", "ä", "漢字", "🙂", "=", "#", "\t", "'", "NaN"];

    private static Gen<string> Text { get; } =
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 6].Select(string.Concat);

    private static Gen<Visit> Visits { get; } = Gen.Select(
        Gen.Double.Where(double.IsFinite),
        Gen.Double.Where(double.IsFinite).Nullable(),
        Gen.Int,
        Gen.Long[-(1L << 53) + 1, (1L << 53) - 1].Nullable(),
        Gen.Bool,
        Gen.Bool.Nullable(),
        Gen.Select(Text, Gen.OneOf(Text, Gen.Const((string?)null)!), Gen.Enum<Weather>()),
        (weight, maybeWeight, count, maybeCount, paid, maybePaid, categories) => new Visit
        {
            Weight = weight,
            MaybeWeight = maybeWeight,
            Count = count,
            MaybeCount = maybeCount,
            Paid = paid,
            MaybePaid = maybePaid,
            Note = categories.Item1,
            MaybeNote = categories.Item2,
            Weather = categories.Item3,
        });

    // The texts may look like markers of missing values.
    private static CsvOptions OnlyEmptyIsMissing { get; } = new() { Missing = [""] };

    [Fact]
    public void WrittenTable_IsReadBackEqual() => Visits.Array[1, 20].Sample(visits =>
    {
        var text = new StringWriter();
        Csv.Write(new Table<Visit>(visits), text, OnlyEmptyIsMissing);
        var read = Csv.Read<Visit>(new StringReader(text.ToString()), OnlyEmptyIsMissing);

        Assert.Equal(visits, read);
        Assert.Equal(
            visits.Select(visit => BitConverter.DoubleToInt64Bits(visit.Weight)),
            read.Column(Visit.Columns.Weight).Select(BitConverter.DoubleToInt64Bits));
    });

    [Fact]
    public void ReadTable_IsTheTableOfItsRows() => Visits.Array[1, 20].Sample(visits =>
    {
        var text = new StringWriter();
        var table = new Table<Visit>(visits);
        Csv.Write(table, text, OnlyEmptyIsMissing);
        var read = Csv.Read<Visit>(new StringReader(text.ToString()), OnlyEmptyIsMissing);

        Assert.Equal(table.Column(Visit.Columns.Note).Levels, read.Column(Visit.Columns.Note).Levels);
        Assert.Equal(table.Column(Visit.Columns.Weather).Codes.ToArray(), read.Column(Visit.Columns.Weather).Codes.ToArray());
    });

    [Fact]
    public void MissingValueInOnlyColumn_IsNoBlankLine()
    {
        var text = new StringWriter();
        Csv.Write(new Table<Remark>([new("a"), new(null), new("b"), new(null)]), text);

        Assert.Equal("Text\na\n\"\"\nb\n\"\"\n", text.ToString());
        Assert.Equal([new("a"), new(null), new("b"), new Remark(null)], Csv.Read<Remark>(new StringReader(text.ToString())));
    }

    [Fact]
    public void File_HoldsHeaderAndViewsRowsInOrder()
    {
        var visits = new Table<Visit>([new Visit { Note = "x" }, new Visit { Weight = 0.1, Note = "é", Paid = true, Weather = Weather.Rain }]);
        string path = Path.GetTempFileName();
        Csv.Write(visits.TakeRows([1, 0]), path);

        Assert.Equal(
            "Weight (kg),MaybeWeight,Count,MaybeCount,Paid,MaybePaid,Note,MaybeNote,Weather\n0.1,,0,,true,,é,,Rain\n0,,0,,false,,x,,Sun\n"u8.ToArray(),
            File.ReadAllBytes(path));
        File.Delete(path);
    }

    [Fact]
    public void CaliforniaHousing_SurvivesTheRoundTrip()
    {
        var districts = Csv.Read<District>(Golden.RequireFile("data", "california-housing.csv"));
        var text = new StringWriter();
        Csv.Write(districts, text);

        Assert.Equal<District>(districts, Csv.Read<District>(new StringReader(text.ToString())));
    }

    [Fact]
    public void UnreadableValue_IsRefusedAndNothingWritten()
    {
        var text = new StringWriter();

        Assert.StartsWith("Row 1 of Visit: Weight is not a number (NaN), but the property is not nullable", RefuseRow(new Visit { Weight = double.NaN }), StringComparison.Ordinal);
        Assert.StartsWith("Row 1 of Visit: Note is null, but the property is not nullable", RefuseRow(new Visit { Note = null! }), StringComparison.Ordinal);
        Assert.StartsWith("Row 1 of Visit: Weight is Infinity, which is not finite.", RefuseRow(new Visit { Weight = double.PositiveInfinity }), StringComparison.Ordinal);
        Assert.StartsWith("Visit.MaybeNote cannot be written: the value of row 1 is the empty text, which a file cannot tell from a missing value.", Refuse(new Visit { MaybeNote = "" }), StringComparison.Ordinal);
        Assert.StartsWith("Row 1 of Visit: MaybeCount is 9.223372036854776E+18, which is beyond ±9007199254740991", RefuseRow(new Visit { MaybeCount = long.MaxValue }), StringComparison.Ordinal);
        Assert.Equal("", text.ToString());

        static string RefuseRow(Visit visit) => Assert.Throws<ArgumentException>("rows", () => new Table<Visit>([new Visit(), visit])).Message;
        string Refuse(Visit visit) => Assert.Throws<ArgumentException>("table", () => Csv.Write(new Table<Visit>([new Visit(), visit]), text)).Message;
    }

    [Theory]
    [InlineData("-999", "MaybeWeight")]
    [InlineData(" 7 ", "MaybeCount")]
    [InlineData("false", "MaybePaid")]
    public void NumberThatIsAMarker_IsRefused(string marker, string column)
    {
        var table = new Table<Visit>([new Visit { MaybeWeight = -999, MaybeCount = 7, Paid = true, MaybePaid = false }]);

        Assert.StartsWith(
            $"Visit.{column} cannot be written: the value of row 0 is written as '{marker.Trim()}', which is read as a missing value. Take it out of CsvOptions.Missing.",
            Assert.Throws<ArgumentException>("table", () => Csv.Write(table, new StringWriter(), new CsvOptions { Missing = ["NA", marker] })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void FileThatCannotBeWrittenWhole_IsAsItWas()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string path = Path.Combine(folder, "visits.csv");
            string link = Path.Combine(folder, "link.csv");
            File.WriteAllText(path, "old");
            File.CreateSymbolicLink(link, path);

            Assert.Throws<InvalidOperationException>(() => WholeFile.Write(link, stream => throw new InvalidOperationException("full")));
            Assert.Equal("old", File.ReadAllText(path));

            Csv.Write(new Table<Visit>([new Visit()]), link);
            Assert.StartsWith("Weight (kg),", File.ReadAllText(path), StringComparison.Ordinal);
            Assert.Equal(path, new FileInfo(link).LinkTarget);
            Assert.Equal(2, Directory.GetFiles(folder).Length);
            Assert.EndsWith("missing/visits.csv cannot be written, since its folder does not exist. Create the folder first.", Assert.Throws<DirectoryNotFoundException>(() => Csv.Write(new Table<Visit>([new Visit()]), Path.Combine(folder, "missing", "visits.csv"))).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed record Remark(string? Text) : IRow<Remark>
    {
        public static RowSchema<Remark> Schema { get; } =
            new("Remark", [new CategoryColumn<Remark>("Text", 0, row => row.Text) { IsOptional = true }], row => new Remark(row.Category(0)));
    }
}
