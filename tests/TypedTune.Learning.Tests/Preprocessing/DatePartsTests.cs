namespace TypedTune.Learning.Tests;

public sealed class DatePartsTests : TransformerContract
{
    private static readonly DateParts _all = new() { Quarter = true, Week = true, DayOfYear = true, Minute = true };

    [Fact]
    public void EachPart_IsAColumn()
    {
        var rows = Times(new(2024, 12, 30, 13, 5, 59), new(1, 1, 1), new(9999, 12, 31, 23, 59, 59));
        var parts = _all.Fit(rows).Transform(rows);

        Assert.Equal(["Seen.year", "Seen.quarter", "Seen.month", "Seen.week", "Seen.day", "Seen.day of week", "Seen.day of year", "Seen.hour", "Seen.minute"], parts.Names);
        Assert.Equal([2024, 4, 12, 1, 30, 1, 365, 13, 5], Row(parts, 0));
        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 0, 0], Row(parts, 1));
        Assert.Equal([9999, 4, 12, 52, 31, 5, 365, 23, 59], Row(parts, 2));
        Assert.Equal(["Seen"], parts.Names.Sources(3));
    }

    [Fact]
    public void Parts_AreThoseOfDotNetForEveryDay()
    {
        DateOnly[] days = [.. Enumerable.Range(0, 4_000).Select(day => new DateOnly(1995, 1, 1).AddDays(day))];
        var rows = FeatureMatrix.FromColumns(new FeatureNames("Day"), [.. days.Select(DateEncoding.ToDays)]).WithKinds(NumberKind.Date);
        var parts = _all.Fit(rows).Transform(rows);

        Assert.Equal(["Day.year", "Day.quarter", "Day.month", "Day.week", "Day.day", "Day.day of week", "Day.day of year"], parts.Names);
        for (int row = 0; row < days.Length; row++)
        {
            var day = days[row];
            Assert.Equal(
                [day.Year, ((day.Month - 1) / 3) + 1, day.Month, System.Globalization.ISOWeek.GetWeekOfYear(day), day.Day, day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek, day.DayOfYear],
                Row(parts, row));
        }
    }

    [Fact]
    public void CyclicParts_AreOnACircle()
    {
        var step = new DateParts { Day = false, DayOfWeek = false, Cyclic = true };
        var rows = Times(new(2024, 1, 1, 0, 0, 0), new(2024, 4, 1, 6, 0, 0), new(2024, 7, 1, 12, 0, 0));
        var parts = step.Fit(rows).Transform(rows);

        Assert.Equal(["Seen.year", "Seen.month sin", "Seen.month cos", "Seen.hour sin", "Seen.hour cos"], parts.Names);
        foreach (var (row, sine, cosine) in new[] { (0, 0.0, 1.0), (1, 1.0, 0.0), (2, 0.0, -1.0) })
        {
            Assert.Equal(sine, parts[row, 1], 1e-15);
            Assert.Equal(cosine, parts[row, 2], 1e-15);
            Assert.Equal(parts[row, 1], parts[row, 3]);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PartsOfAMissingDate_AreMissing(bool isCyclic)
    {
        var rows = FeatureMatrix.FromColumns(new FeatureNames("Day"), [double.NaN, 0]).WithKinds(NumberKind.Date);
        var parts = new DateParts { Cyclic = isCyclic }.Fit(rows).Transform(rows);

        Assert.All(Row(parts, 0), value => Assert.True(double.IsNaN(value)));
        Assert.All(Row(parts, 1), value => Assert.False(double.IsNaN(value)));
    }

    [Fact]
    public void ColumnThatIsNotKnownToHoldDates_IsRefused()
    {
        var rows = Times(new DateTime(2024, 1, 1), new DateTime(2024, 2, 1));
        foreach (var other in new[] { FeatureMatrix.FromRows([[1]], new FeatureNames("Seen")), new StandardScaler().Fit(rows).Transform(rows), rows.WithKinds(NumberKind.TimeSpan) })
        {
            Assert.Equal(
                "DateParts needs dates, but Seen is not known to hold any. Give it a column whose property is a DateOnly, a DateTime or a DateTimeOffset, before steps that calculate; a matrix is told by WithKinds.",
                Assert.Throws<ArgumentException>(() => new DateParts().Fit(other)).Message);
        }
    }

    [Fact]
    public void DatesWhereTimesWereLearned_AreRefused()
    {
        var fitted = new DateParts().Fit(Times(new DateTime(2024, 1, 1)));

        Assert.Equal(
            "DateParts was fitted on Seen as a DateTime, but was given it as a Date.",
            Assert.Throws<ArgumentException>(() => fitted.Transform(FeatureMatrix.FromRows([[1]], new FeatureNames("Seen")).WithKinds(NumberKind.Date))).Message);
    }

    [Fact]
    public void NoPart_IsRefused()
    {
        var days = FeatureMatrix.FromRows([[1]], new FeatureNames("Day")).WithKinds(NumberKind.Date);
        var onlyHours = new DateParts { Year = false, Month = false, Day = false, DayOfWeek = false };

        Assert.Equal(
            "DateParts is asked for no part of Day, which has no time of day. Set one of its options to true, or leave the column out.",
            Assert.Throws<ArgumentException>(() => onlyHours.Fit(days)).Message);
    }

    [Fact]
    public void KindOfAColumn_StaysWithRowsJoinsAndImputedValues()
    {
        var rows = Times(new DateTime(2024, 1, 1), new DateTime(2024, 2, 1));
        var joined = FeatureMatrix.Concatenate(new FeatureNames("x", "Seen"), FeatureMatrix.FromRows([[1], [2]]), rows);

        Assert.Equal((NumberKind.Real, NumberKind.DateTime), (joined.Kind(0), joined.Kind(1)));
        Assert.Equal(NumberKind.DateTime, joined.TakeRows([1]).Kind(1));
        Assert.Equal(NumberKind.DateTime, new SimpleImputer().Fit(rows).Transform(rows).WithNames(new FeatureNames("Other")).Kind(0));
        Assert.Equal(NumberKind.Real, new StandardScaler().Fit(rows).Transform(rows).Kind(0));
    }

    protected override FeatureMatrix TrainingRows() => FeatureMatrix.FromColumns(
        new FeatureNames("Seen", "Booked"),
        [0, 1_709_211_900, 86_400, -1, 4e9, 1e9],
        [1, 2e9, 3e8, -5e9, 12, 0.5]).WithKinds(NumberKind.DateTime, NumberKind.DateTimeOffset);

    protected override ITransformer Create() => new DateParts();

    protected override ITransformer CreateOther() => new DateParts { Cyclic = true, Week = true };

    private static FeatureMatrix Times(params DateTime[] times) =>
        FeatureMatrix.FromColumns(new FeatureNames("Seen"), [.. times.Select(DateEncoding.ToSeconds)]).WithKinds(NumberKind.DateTime);

    private static double[] Row(FeatureMatrix matrix, int row) => [.. Enumerable.Range(0, matrix.ColumnCount).Select(column => matrix[row, column])];
}
