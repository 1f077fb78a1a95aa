using System.Globalization;
using System.Text;

namespace TypedTune.Learning.Tests.Data;

public sealed class CsvReadingTests
{
    private const string VisitHeader = "Weight (kg),MaybeWeight,Count,MaybeCount,Paid,MaybePaid,Note,MaybeNote,Weather";

    [Fact]
    public void CaliforniaHousing_IsReadWhole()
    {
        var districts = Csv.Read<District>(Golden.RequireFile("data", "california-housing.csv"));

        Assert.Equal(20_640, districts.RowCount);
        Assert.Equal(207, districts.Column(District.Columns.TotalBedrooms).Count(double.IsNaN));
        Assert.Equal(207, districts.Count(district => district.TotalBedrooms is null));
        Assert.Equal(
            new District
            {
                Longitude = -122.23,
                Latitude = 37.88,
                HousingMedianAge = 41,
                TotalRooms = 880,
                TotalBedrooms = 129,
                Population = 322,
                Households = 126,
                MedianIncome = 8.3252,
                OceanProximity = "NEAR BAY",
                MedianHouseValue = 452_600,
            },
            districts[0]);
        Assert.Equal(["<1H OCEAN", "INLAND", "ISLAND", "NEAR BAY", "NEAR OCEAN"], districts.Column(District.Columns.OceanProximity).Levels);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fr-FR")]
    [InlineData("tr-TR")]
    public void ThreadsCulture_ChangesNothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var visits = Csv.Read<Visit>(new StringReader("Weight (kg),maybeweight,count,maybecount,paid,MAYBEPAID,note,maybenote,weather\n1.5,-2.25E2,3,,1,0,a,,Sun\n"));
            var written = new StringWriter();
            Csv.Write(visits, written);

            Assert.Equal(1.5, visits[0].Weight);
            Assert.Equal(-225.0, visits[0].MaybeWeight);
            Assert.Contains("\n1.5,-225,3,,true,false,a,,Sun\n", written.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("TRUE", 1)]
    [InlineData("1", 1)]
    [InlineData("False", 0)]
    [InlineData(" false ", 0)]
    [InlineData("0", 0)]
    public void TruthValue_IsReadInAnySpelling(string text, double expected) =>
        Assert.Equal(expected, ReadVisits($"1,,1,,{text},,a,,Sun").Column(Visit.Columns.Paid)[0]);

    [Theory]
    [InlineData("41", 41)]
    [InlineData("41.0", 41)]
    [InlineData("-7", -7)]
    [InlineData("4e2", 400)]
    [InlineData("9007199254740991", 9007199254740991)]
    public void WholeNumber_IsReadInAnySpelling(string text, double expected) =>
        Assert.Equal(expected, ReadVisits($"1,,{text},,1,,a,,Sun").Column(Visit.Columns.Count)[0]);

    [Theory]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData("nan")]
    public void NothingOrNaN_IsMissingInOptionalNumber(string text)
    {
        var visit = ReadVisits($"1,{text},1,{text},1,{text},a,,Sun")[0];

        Assert.Null(visit.MaybeWeight);
        Assert.Null(visit.MaybeCount);
        Assert.Null(visit.MaybePaid);
        Assert.Null(visit.MaybeNote);
    }

    [Fact]
    public void HeadersInAnyOrderAndSpelling_AreFoundAndOthersIgnored()
    {
        var visits = Csv.Read<Visit>(new StringReader("extra,WEATHER,maybe note,Note,maybe-paid,paid,Maybe.Count,count,maybe_weight,Weight (kg),\n?,Fog,n,m,1,0,4,3,2,1,\n"));

        Assert.Equal(new Visit { Weight = 1, MaybeWeight = 2, Count = 3, MaybeCount = 4, Paid = false, MaybePaid = true, Note = "m", MaybeNote = "n", Weather = Weather.Fog }, visits[0]);
    }

    [Fact]
    public void QuotedFields_KeepCommasQuotesAndLineBreaks() =>
        Assert.Equal("a, \"b\"\r\nc", ReadVisits("\"1\",,1,,1,,\"a, \"\"b\"\"\r\nc\",,\"Sun\"")[0].Note);

    [Fact]
    public void QuoteInsideUnquotedField_IsText() =>
        Assert.Equal("a 5\" pipe", ReadVisits("1,,1,,1,,a 5\" pipe,,Sun")[0].Note);

    [Fact]
    public void ByteOrderMarkCarriageReturnsAndBlankLines_AreSkipped()
    {
        string text = $"{VisitHeader}\r\n1,,1,,1,,süß,,Sun\r\n\r\n2,,1,,1,,b,,Sun\r\n\r\n\r\n";
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            var visits = Csv.Read<Visit>(path);

            Assert.Equal([1.0, 2.0], visits.Column(Visit.Columns.Weight));
            Assert.Equal("süß", visits[0].Note);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void DeclaredLevels_KeepTheirOrderAndOthersAreSorted()
    {
        var visits = ReadVisits("1,,1,,1,,b,,Fog", "1,,1,,1,,a,,Sun");

        Assert.Equal(["Sun", "Rain", "Fog"], visits.Column(Visit.Columns.Weather).Levels);
        Assert.Equal([2, 0], visits.Column(Visit.Columns.Weather).Codes.ToArray());
        Assert.Equal(["a", "b"], visits.Column(Visit.Columns.Note).Levels);
        Assert.Equal([1, 0], visits.Column(Visit.Columns.Note).Codes.ToArray());
    }

    [Fact]
    public void TextReader_StaysOpen()
    {
        var reader = new StringReader($"{VisitHeader}\n1,,1,,1,,a,,Sun\n");
        Csv.Read<Visit>(reader);

        Assert.Equal(-1, reader.Read());
    }

    [Fact]
    public void File_IsClosedAfterwardsAndAfterAnError()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, VisitHeader);
        Assert.Throws<CsvException>(() => Csv.Read<Visit>(path));

        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
        }

        File.Delete(path);
    }

    private static Table<Visit> ReadVisits(params string[] rows) =>
        Csv.Read<Visit>(new StringReader(string.Join("\r\n", [VisitHeader, .. rows])));
}
