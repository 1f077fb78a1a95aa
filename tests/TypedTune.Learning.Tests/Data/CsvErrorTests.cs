namespace TypedTune.Learning.Tests.Data;

public sealed class CsvErrorTests
{
    private const string DistrictHeader = "longitude,latitude,housing_median_age,total_rooms,total_bedrooms,population,households,median_income,median_house_value,ocean_proximity";
    private const string VisitHeader = "Weight (kg),MaybeWeight,Count,MaybeCount,Paid,MaybePaid,Note,MaybeNote,Weather";
    private const string LegalVisit = "1,,1,,1,,a,,Sun";

    [Fact]
    public void MisspeltHeader_IsNamedWithTheNearest()
    {
        var exception = Refuse<District>(DistrictHeader.Replace("median_income", "median_incom", StringComparison.Ordinal), "data/districts.csv");

        Assert.Equal(
            "districts.csv has no column for District.MedianIncome: expected a header such as median_income; the nearest is 'median_incom'. " +
            "It has: longitude, latitude, housing_median_age, total_rooms, total_bedrooms, population, households, median_incom, median_house_value, ocean_proximity.",
            exception.Message);
        Assert.Equal("data/districts.csv", exception.Origin);
        Assert.Equal("MedianIncome", exception.Column);
        Assert.Null(exception.Row);
        Assert.Null(exception.Line);
    }

    [Fact]
    public void SeveralMissingHeaders_AreAllNamedAndNoFarOneIsSuggested() => Assert.Equal(
        "the input has no column for District.Longitude: expected a header such as longitude. " +
        "Nor has it one for Latitude, TotalRooms, TotalBedrooms, Population, Households, MedianIncome, OceanProximity, MedianHouseValue. " +
        "It has: housing_median_age, x.",
        Refuse<District>("housing_median_age,x\n1,2").Message);

    [Fact]
    public void DeclaredHeaderInAnotherSpelling_IsAMissingOne() => Assert.StartsWith(
        "the input has no column for Visit.Weight: expected the header 'Weight (kg)', spelt exactly so; the nearest is 'weight (kg)'. It has: ",
        Refuse<Visit>(VisitHeader.Replace("Weight (kg)", "weight (kg)", StringComparison.Ordinal)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(";", "';'", "';'")]
    [InlineData("\t", "tabs", @"'\t'")]
    [InlineData("|", "'|'", "'|'")]
    public void OtherSeparator_IsNamed(string separator, string named, string literal) => Assert.EndsWith(
        $" Fields are separated by {named}, it seems, not by commas: set CsvOptions.Separator to {literal}.",
        Refuse<District>(DistrictHeader.Replace(",", separator, StringComparison.Ordinal)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void TwoHeadersForOneProperty_AreNamed()
    {
        var exception = Refuse<District>(DistrictHeader + ",Median Income");

        Assert.Equal(
            "the input has 2 columns for District.MedianIncome: 'median_income' (field 8), 'Median Income' (field 11). " +
            "Remove all but one, or name the right one with [Column(\"…\")].",
            exception.Message);
        Assert.Equal("median_income", exception.Column);
    }

    [Fact]
    public void TwoDeclaredHeaders_AreNamed() => Assert.Equal(
        "the input has 2 columns for Visit.Weight: 'Weight (kg)' (field 1), 'Weight (kg)' (field 10). Remove all but one.",
        Refuse<Visit>(VisitHeader + ",Weight (kg)").Message);

    [Fact]
    public void TextInNumericColumn_IsNamedWithItsPlace()
    {
        string row = "1,1,1,1,1,1,1,1,1,INLAND";
        var exception = Refuse<District>($"{DistrictHeader}\n{row}\n{row}\n1,1,1,abc,1,1,1,1,1,INLAND\n{row}\n", "districts.csv");

        Assert.Equal("districts.csv, row 3 (line 4), column total_rooms: 'abc' is not a number. Write numbers with a point for the decimals and nothing between the thousands.", exception.Message);
        Assert.Equal(3, exception.Row);
        Assert.Equal(4, exception.Line);
        Assert.Equal("total_rooms", exception.Column);
        Assert.Equal("districts.csv", exception.Origin);
        Assert.Equal("abc", exception.Value);
    }

    [Theory]
    [InlineData("\"1,5\"")]
    [InlineData("\"1,234.5\"")]
    [InlineData("12 kg")]
    [InlineData("0x10")]
    [InlineData(" ")]
    public void NumberInOtherForm_IsRefused(string text) => Assert.Contains(
        $"column Weight (kg): '{text.Trim('"')}' is not a number.",
        Refuse<Visit>($"{VisitHeader}\n{text},,1,,1,,a,,Sun").Message,
        StringComparison.Ordinal);

    [Fact]
    public void LineBreaksInFields_CountAsLinesAndNotAsRows()
    {
        var exception = Refuse<Visit>($"{VisitHeader}\n1,,1,,1,,\"a\nb\nc\",,Sun\n\nx,,1,,1,,a,,Sun");

        Assert.Equal(2, exception.Row);
        Assert.Equal(6, exception.Line);
    }

    [Fact]
    public void MissingRequiredNumber_IsRefused() => Assert.Equal(
        "the input, row 2 (line 3), column Weight (kg): the value is missing. Fill it in, or make Visit.Weight nullable.",
        Refuse<Visit>($"{VisitHeader}\n{LegalVisit}\n,,1,,1,,a,,Sun").Message);

    [Theory]
    [InlineData("NaN")]
    [InlineData("NA")]
    [InlineData("?")]
    public void MarkerInRequiredColumn_IsNamedWithTheWaysOut(string marker) => Assert.Equal(
        $"the input, row 2 (line 3), column Note: '{marker}' stands for a missing value. Fill it in, make Visit.Note nullable, or take '{marker}' out of CsvOptions.Missing.",
        Refuse<Visit>($"{VisitHeader}\n{LegalVisit}\n1,,1,,1,,{marker},,Sun").Message);

    [Fact]
    public void MissingRequiredCategory_IsRefused() => Assert.Equal(
        "the input, row 1 (line 2), column Note: the value is missing. Fill it in, or make Visit.Note nullable.",
        Refuse<Visit>($"{VisitHeader}\n1,,1,,1,,,,Sun").Message);

    [Theory]
    [InlineData("Infinity")]
    [InlineData("-infinity")]
    [InlineData("1e999")]
    public void Infinity_IsRefusedEvenWhereOptional(string text) => Assert.Equal(
        $"the input, row 1 (line 2), column MaybeWeight: '{text}' is not finite. Remove the row, or leave the field empty and make the property nullable.",
        Refuse<Visit>($"{VisitHeader}\n1,{text},1,,1,,a,,Sun").Message);

    [Theory]
    [InlineData("1.5", "'1.5' is not a whole number. Correct it, or make the property a double.")]
    [InlineData("one", "'one' is not a whole number.")]
    [InlineData("9007199254740993", "'9007199254740993' is beyond ±9007199254740991, where whole numbers are no longer exact. Make the property a double, or a string if it is a name.")]
    public void OtherThanWholeNumber_IsRefused(string text, string problem) => Assert.Equal(
        $"the input, row 1 (line 2), column Count: {problem}",
        Refuse<Visit>($"{VisitHeader}\n1,,{text},,1,,a,,Sun").Message);

    [Theory]
    [InlineData("yes")]
    [InlineData("2")]
    public void OtherThanTruthValue_IsRefused(string text) => Assert.Equal(
        $"the input, row 1 (line 2), column Paid: '{text}' is not true, false, 1 or 0.",
        Refuse<Visit>($"{VisitHeader}\n1,,1,,{text},,a,,Sun").Message);

    [Fact]
    public void UndeclaredCategory_IsRefusedWithTheLegalOnes() => Assert.Equal(
        "the input, row 1 (line 2), column Weather: 'sun' is not a legal category. Legal are: Sun, Rain, Fog.",
        Refuse<Visit>($"{VisitHeader}\n1,,1,,1,,a,,sun").Message);

    [Fact]
    public void TooFewFields_AreRefused() => Assert.Equal(
        "the input, row 1 (line 2): 8 fields, but the header has 9. Complete the row; a missing value is an empty field.",
        Refuse<Visit>($"{VisitHeader}\n1,,1,,1,,a,").Message);

    [Fact]
    public void TooManyFields_AreRefused()
    {
        var exception = Refuse<Visit>($"{VisitHeader}\n{LegalVisit}\n1,,1,,1,,a,b,,Sun");

        Assert.Equal("the input, row 2 (line 3): 10 fields, but the header has 9. Put a field that holds a comma into double quotes.", exception.Message);
        Assert.Null(exception.Column);
    }

    [Fact]
    public void QuoteThatIsNeverClosed_IsRefused() => Assert.Equal(
        "the input, row 2 (line 3): a double quote opens a field and nothing closes it.",
        Refuse<Visit>($"{VisitHeader}\n{LegalVisit}\n1,,1,,1,,\"a,,Sun\n{LegalVisit}\n").Message);

    [Fact]
    public void TextAfterClosingQuote_IsRefused() => Assert.Equal(
        "the input, row 1 (line 2): text follows the closing quote of a field. Double the quotes inside a quoted field.",
        Refuse<Visit>($"{VisitHeader}\n1,,1,,1,,\"a\"b,,Sun\n").Message);

    [Fact]
    public void MalformedHeader_IsRefused() => Assert.Equal(
        "the input has a header that cannot be read: a double quote opens a field and nothing closes it.",
        Refuse<Visit>($"\"{VisitHeader}\n{LegalVisit}\n").Message);

    [Theory]
    [InlineData("")]
    [InlineData("\n\r\n")]
    [InlineData("\uFEFF")]
    public void EmptyInput_IsRefused(string text) =>
        Assert.Equal("nothing.csv is empty: expected a header and a row for each Visit.", Refuse<Visit>(text, "nothing.csv").Message);

    [Fact]
    public void HeaderWithoutRows_IsRefused() =>
        Assert.Equal("the input has a header but no rows.", Refuse<Visit>(VisitHeader + "\n\n").Message);

    [Fact]
    public void MissingFile_KeepsItsException() =>
        Assert.Throws<FileNotFoundException>(() => Csv.Read<Visit>(Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".csv")));

    [Fact]
    public void NullArguments_AreRefused()
    {
        Assert.Throws<ArgumentNullException>("path", () => Csv.Read<Visit>((string)null!));
        Assert.Throws<ArgumentNullException>("reader", () => Csv.Read<Visit>((TextReader)null!));
        Assert.Throws<ArgumentNullException>("table", () => Csv.Write<Visit>(null!, "x.csv"));
        Assert.Throws<ArgumentNullException>("writer", () => Csv.Write(new Table<Visit>([]), (TextWriter)null!));
    }

    private static CsvException Refuse<TRow>(string text, string source = "the input")
        where TRow : IRow<TRow> =>
        Assert.Throws<CsvException>(() => Csv.Read<TRow>(new StringReader(text), new CsvOptions { Source = source }));
}
