using System.Globalization;
using CsCheck;

namespace TypedTune.Learning.Tests.Data;

public sealed partial class CsvDateTests
{
    private const string Header = "day,maybe_day,seen,maybe_seen,booked,maybe_booked,length,maybe_length,nights,room,is_paid,board,maybe_board,region,City of departure";

    private static Dictionary<string, string> Legal { get; } = new()
    {
        ["day"] = "2024-02-29",
        ["maybe_day"] = "",
        ["seen"] = "2024-02-29T13:05:00",
        ["maybe_seen"] = "",
        ["booked"] = "2024-02-29T13:05:00Z",
        ["maybe_booked"] = "",
        ["length"] = "1.02:30:00",
        ["maybe_length"] = "",
        ["nights"] = "2",
        ["room"] = "",
        ["is_paid"] = "",
        ["board"] = "Full",
        ["maybe_board"] = "",
        ["region"] = "",
        ["City of departure"] = "Oslo",
    };

    [Fact]
    public void WrittenStays_AreReadBackEqual() => StayGenerator.Stays.Array[1, 10].Sample(stays =>
    {
        var table = new Table<Stay>(stays);
        var text = new StringWriter();
        Csv.Write(table, text);
        var read = Csv.Read<Stay>(new StringReader(text.ToString()));

        Assert.Equal(stays, read);
        Assert.Equal(table.Column(Stay.Columns.City).Levels, read.Column(Stay.Columns.City).Levels);
        foreach (var column in NumberColumns)
            Assert.Equal(table.Column(column).Select(BitConverter.DoubleToInt64Bits), read.Column(column).Select(BitConverter.DoubleToInt64Bits));
    });

    [Theory]
    [InlineData(NumberKind.DateTime, "HH:mm", "the format 'HH:mm', which does not tell a whole date. Declare one with year, month and day, such as dd.MM.yyyy.")]
    [InlineData(NumberKind.Date, "dd", "the format 'dd', which does not tell a whole date. Declare one with year, month and day, such as dd.MM.yyyy.")]
    [InlineData(NumberKind.Date, "%", "the format '%', which is not a valid format for dates. Declare one that DateTime.ToString accepts, such as dd.MM.yyyy.")]
    [InlineData(NumberKind.DateTime, "QQQ", "the format 'QQQ', which does not tell a whole date. Declare one with year, month and day, such as dd.MM.yyyy.")]
    [InlineData(NumberKind.DateTimeOffset, "dd.MM.yyyy HH:mm", "the format 'dd.MM.yyyy HH:mm', which does not tell the offset from UTC. Add zzz to it, or make the property a DateTime.")]
    public void FormatThatTellsTooLittle_IsRefusedBeforeAnythingIsRead(NumberKind kind, string format, string problem)
    {
        Assert.Equal(problem, new NumberText(kind, format, CultureInfo.InvariantCulture).WhyBadFormat());
        Assert.Equal($"the input cannot be read: Timed.At has {problem}", Assert.Throws<CsvException>(() => ReadTimed(kind, format)).Message);
    }

    private static void ReadTimed(NumberKind kind, string format)
    {
        Timed.At = new NumberColumn<Timed>("At", 0, kind, _ => 0) { Format = format };
        Csv.Read<Timed>(new StringReader("At\n1\n"));
    }

    private sealed record Timed : IRow<Timed>
    {
        [ThreadStatic]
        private static NumberColumn<Timed>? s_at;

        public static NumberColumn<Timed> At { set => s_at = value; }

        public static RowSchema<Timed> Schema => new("Timed", [s_at!], _ => new Timed());
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Days_AreOfTheGregorianCalendarInEveryCulture(string culture)
    {
        var text = new NumberText(NumberKind.Date, "dd.MM.yyyy", CultureInfo.GetCultureInfo(culture));

        Assert.Null(text.Parse("29.02.2024"u8, out double day));
        Assert.Equal(19_782, day);
        Assert.Equal("29.02.2024", text.Write(day));
    }

    [Fact]
    public void OtherSeparatorCultureAndEncoding_AreReadBackEqual() => Gen.Select(StayGenerator.Stays.Array[1, 10], Gen.OneOf(Gen.Const(';'), Gen.Const('\t'), Gen.Const('|'), Gen.Const(',')), Gen.OneOf(Gen.Const("de-DE"), Gen.Const("fr-FR"), Gen.Const("en-US"))).Sample((stays, separator, culture) =>
    {
        var options = new CsvOptions { Separator = separator, Culture = CultureInfo.GetCultureInfo(culture), Encoding = System.Text.Encoding.Unicode, Missing = ["-", ""] };
        var legal = stays.Where(stay => stay.City.Trim(' ', '\t', '\n', '\r') != "-").Append(new Stay()).ToArray();
        string path = Path.GetTempFileName();
        Csv.Write(new Table<Stay>(legal), path, options);

        Assert.Equal(legal, Csv.Read<Stay>(path, options));
        File.Delete(path);
    });

    [Theory]
    [InlineData("day", "2024-02-29 00:00:00", 19_782)]
    [InlineData("day", " 2024-02-29 ", 19_782)]
    [InlineData("seen", "2024-02-29", 1_709_164_800)]
    [InlineData("seen", "2024-02-29 13:05", 1_709_211_900)]
    [InlineData("seen", "2024-02-29T13:05:00.25Z", 1_709_211_900.25)]
    [InlineData("seen", "2024-02-29T13:05:00.123456789", 1_709_211_900.123457)]
    [InlineData("booked", "2024-02-29T13:05:00+01:00", 1_709_208_300)]
    [InlineData("booked", "2024-02-29T13:05:00-0530", 1_709_231_700)]
    [InlineData("length", "2:30", 9_000)]
    [InlineData("length", "-1.00:00:00.5", -86_400.5)]
    [InlineData("length", "P1DT2H30M", 95_400)]
    [InlineData("length", "-PT0.5S", -0.5)]
    [InlineData("length", "P2W", 1_209_600)]
    public void Time_IsReadInIsoFormats(string column, string text, double number) =>
        Assert.Equal(number, Read(column, text).Column(Column(column))[0]);

    [Theory]
    [InlineData("day", "29.02.2024", "'29.02.2024' is not a date such as 2024-02-29. Name another format by [Column(Format = \"…\")].")]
    [InlineData("day", "2023-02-29", "'2023-02-29' is not a date such as")]
    [InlineData("day", "2024-02-29T13:05:00", "has a time of day, which a DateOnly cannot keep. Make the property a DateTime, or write the date alone.")]
    [InlineData("seen", "13:05", "is not a time such as 2024-02-29T13:05:00.")]
    [InlineData("seen", "2024-02-29T24:00:00", "is not a time such as")]
    [InlineData("seen", "2024-02-29T13:05:00+01:00", "has an offset from UTC, which a DateTime cannot keep. Make the property a DateTimeOffset")]
    [InlineData("booked", "2024-02-29T13:05:00", "has no offset from UTC. Write it with Z or an offset such as +01:00, or make the property a DateTime.")]
    [InlineData("booked", "0001-01-01T00:00:00+01:00", "lies outside of the years 1 to 9999 in UTC.")]
    [InlineData("length", "26:30:00", "is not a duration such as 1.02:30:00 or P1DT2H30M.")]
    [InlineData("length", "P1M", "is not a duration such as 1.02:30:00 or P1DT2H30M.")]
    [InlineData("nights", "256", "'256' is outside of 0 to 255, which is what the type of Nights holds. Correct it, or make the property a long or a double.")]
    [InlineData("room", "3000000000", "'3000000000' is outside of -2147483648 to 2147483647, which is what the type of Room holds.")]
    [InlineData("region", "US", "'US' is not a legal category. Legal are: NA, EU, AS.")]
    [InlineData("day", "NA", "'NA' stands for a missing value. Fill it in, make Stay.Day nullable, or take 'NA' out of CsvOptions.Missing.")]
    public void OtherText_IsRefusedWithItsPlace(string column, string text, string problem)
    {
        string message = Refuse(column, text);

        Assert.StartsWith($"the input, row 1 (line 2), column {column}: ", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }

    [Fact]
    public void DeclaredCategory_IsNeverAMissingValue()
    {
        var stay = Read(("board", "NA"), ("maybe_board", "NA"), ("region", "NA"), ("maybe_day", "NA"))[0];

        Assert.Equal(Board.NA, stay.Board);
        Assert.Equal(Board.NA, stay.MaybeBoard);
        Assert.Equal("NA", stay.Region);
        Assert.Null(stay.MaybeDay);
    }

    [Fact]
    public void DeclaredFormat_IsReadAndWritten()
    {
        var deliveries = Csv.Read<Delivery>(new StringReader("day,at\n05.03.2024,5 Mar 2024 17:30\n"));
        var text = new StringWriter();
        Csv.Write(deliveries, text);

        Assert.Equal(new Delivery(new(2024, 3, 5), new(2024, 3, 5, 17, 30, 0)), deliveries[0]);
        Assert.Equal("Day,At\n05.03.2024,5 Mar 2024 17:30\n", text.ToString());
        Assert.Equal(
            "the input, row 1 (line 2), column day: '2024-03-05' is not of the format dd.MM.yyyy.",
            Assert.Throws<CsvException>(() => Csv.Read<Delivery>(new StringReader("day,at\n2024-03-05,5 Mar 2024 17:30\n"))).Message);
    }

    [Fact]
    public void FormatThatLosesAPart_IsRefusedBeforeAnythingIsWritten()
    {
        var text = new StringWriter();
        var error = Assert.Throws<ArgumentException>("table", () => Csv.Write(new Table<Delivery>([new(new(2024, 3, 5), new(2024, 3, 5, 17, 30, 1))]), text));

        Assert.StartsWith("Delivery.At cannot be written: the value of row 0 is written as '5 Mar 2024 17:30' by the format d MMM yyyy HH:mm, which tells a part of it only.", error.Message, StringComparison.Ordinal);
        Assert.Equal("", text.ToString());
    }

    private static NumberColumn<Stay>[] NumberColumns { get; } =
    [
        Stay.Columns.Day, Stay.Columns.MaybeDay, Stay.Columns.Seen, Stay.Columns.MaybeSeen, Stay.Columns.Booked, Stay.Columns.MaybeBooked, Stay.Columns.Length,
        Stay.Columns.MaybeLength, Stay.Columns.Nights, Stay.Columns.Room, Stay.Columns.IsPaid,
    ];

    private static NumberColumn<Stay> Column(string header) => NumberColumns.Single(column => string.Equals(column.Name, header.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    private static string Refuse(string column, string text) => Assert.Throws<CsvException>(() => Read((column, text))).Message;

    private static Table<Stay> Read(string column, string text) => Read((column, text));

    private static Table<Stay> Read(params (string Column, string Text)[] fields)
    {
        var row = new Dictionary<string, string>(Legal);
        foreach (var (column, text) in fields)
            row[column] = text;
        return Csv.Read<Stay>(new StringReader($"{Header}\n{string.Join(',', Header.Split(',').Select(column => row[column]))}\n"));
    }

    [Row]
    internal sealed partial record Delivery([property: Column(Format = "dd.MM.yyyy")] DateOnly Day, [property: Target, Column(Format = "d MMM yyyy HH:mm")] DateTime At);
}
