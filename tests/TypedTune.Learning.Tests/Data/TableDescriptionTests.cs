using System.Globalization;

namespace TypedTune.Learning.Tests.Data;

public sealed class TableDescriptionTests
{
    private static Table<Visit> Visits { get; } = new(
    [
        new() { Weight = 1, MaybeWeight = 10, Note = "b" },
        new() { Weight = 2, Note = "a", MaybeNote = "x" },
        new() { Weight = 4, Note = "b", Weather = Weather.Fog },
        new() { Weight = 9, Note = "b" },
    ]);

    [Fact]
    public void Numbers_HaveTheFiguresOfPandas()
    {
        var weight = Visits.Describe().Numbers[0];

        Assert.Equal("Weight", weight.Name);
        Assert.Equal(4, weight.Count);
        Assert.Equal(0, weight.Missing);
        Assert.Equal(4, weight.Mean);
        Assert.Equal(Math.Sqrt(38 / 3.0), weight.StandardDeviation, 1e-15);
        Assert.Equal([1, 1.75, 3, 5.25, 9], [weight.Minimum, weight.LowerQuartile, weight.Median, weight.UpperQuartile, weight.Maximum]);
    }

    [Fact]
    public void MissingNumbers_AreCountedAndLeftOut()
    {
        var described = Visits.Describe();

        Assert.Equal(3, described.Numbers[1].Missing);
        Assert.Equal(10, described.Numbers[1].UpperQuartile);
        Assert.Equal(double.NaN, described.Numbers[1].StandardDeviation);
        Assert.Equal(4, described.Numbers[3].Missing);
        Assert.Equal(double.NaN, described.Numbers[3].Mean);
        Assert.Equal(double.NaN, described.Numbers[3].Maximum);
    }

    [Fact]
    public void Categories_AreCountedTheMostFrequentFirst()
    {
        var described = Visits.Describe();

        Assert.Equal([new CategoryCount("b", 3), new CategoryCount("a", 1)], described.Categories[0].Levels);
        Assert.Equal(3, described.Categories[1].Missing);
        Assert.Equal([new CategoryCount("Sun", 3), new CategoryCount("Fog", 1), new CategoryCount("Rain", 0)], described.Categories[2].Levels);
    }

    [Fact]
    public void View_IsDescribedByItsOwnRows() =>
        Assert.Equal(5.5, Visits.TakeRows([1, 3]).Describe().Numbers[0].Mean);

    [Fact]
    public void Text_IsAlignedWhateverTheCulture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(
                """
                4 rows of Visit

                             count  missing  mean       sd  min  25 %  50 %  75 %  max
                Weight           4        0     4  3.55903    1  1.75     3  5.25    9
                MaybeWeight      1        3    10      NaN   10    10    10    10   10
                Count            4        0     0        0    0     0     0     0    0
                MaybeCount       0        4   NaN      NaN  NaN   NaN   NaN   NaN  NaN
                Paid             4        0     0        0    0     0     0     0    0
                MaybePaid        0        4   NaN      NaN  NaN   NaN   NaN   NaN  NaN

                           count  missing  categories
                Note           4        0  b 3, a 1
                MaybeNote      1        3  x 1
                Weather        4        0  Sun 3, Fog 1, Rain 0

                """,
                Visits.Describe().ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void CaliforniaHousing_HasTheFiguresOfThePandasTable()
    {
        var described = Csv.Read<District>(Golden.RequireFile("data", "california-housing.csv")).Describe();
        var bedrooms = described.Numbers[4];

        Assert.Equal(20_433, bedrooms.Count);
        Assert.Equal(207, bedrooms.Missing);
        Assert.Equal(537.870553, bedrooms.Mean, 5e-7);
        Assert.Equal(421.385070, bedrooms.StandardDeviation, 5e-7);
        Assert.Equal([1, 296, 435, 647, 6445], [bedrooms.Minimum, bedrooms.LowerQuartile, bedrooms.Median, bedrooms.UpperQuartile, bedrooms.Maximum]);
        Assert.Equal(
            [new("<1H OCEAN", 9136), new("INLAND", 6551), new("NEAR OCEAN", 2658), new("NEAR BAY", 2290), new CategoryCount("ISLAND", 5)],
            described.Categories[0].Levels);
    }
}
