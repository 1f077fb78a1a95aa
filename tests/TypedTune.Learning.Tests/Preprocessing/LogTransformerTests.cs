using System.Globalization;

namespace TypedTune.Learning.Tests;

public sealed class LogTransformerTests : TransformerContract
{
    [Fact]
    public void EveryValue_BecomesItsNaturalLogarithm()
    {
        var rows = FeatureMatrix.FromColumns(new FeatureNames("TotalRooms"), [1, Math.E, 100]);
        var logs = new LogTransformer().Fit(rows).Transform(rows);
        Assert.Equal([0, 1, Math.Log(100)], logs.AsColumnMajor());
        Assert.Equal(["log TotalRooms"], logs.Names);
    }

    [Fact]
    public void Offset_IsAddedFirstAndNamed()
    {
        var rows = FeatureMatrix.FromColumns(new FeatureNames("TotalRooms"), [0, 1]);
        var logs = new LogTransformer { Offset = 1 }.Fit(rows).Transform(rows);
        Assert.Equal([0, Math.Log(2)], logs.AsColumnMajor());
        Assert.Equal(["log(TotalRooms + 1)"], logs.Names);
        Assert.Equal(["log(TotalRooms - 0.5)"], new LogTransformer { Offset = -0.5 }.Fit(rows.TakeRows([1])).FeatureNames);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-2.5, "-2.5")]
    public void ValueWithoutLogarithm_IsRefusedByRowAndColumn(double value, string text)
    {
        var rows = FeatureMatrix.FromColumns(new FeatureNames("TotalRooms"), [1, 2, value]);
        string expected = $"LogTransformer needs values above 0, but TotalRooms is {text} in row 2. Raise Offset, which is 0, or leave the column out.";
        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => new LogTransformer().Fit(rows)).Message);
        var fitted = new LogTransformer().Fit(rows.TakeRows([0, 1]));
        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => fitted.Transform(rows)).Message);
    }

    [Fact]
    public void SumBeyondTheRange_IsRefusedByRowAndColumn()
    {
        var rows = FeatureMatrix.FromColumns(new FeatureNames("x"), [1, 1.5e308]);
        const string expected = "to x, which is 1.5E+308 in row 1: their sum is beyond the range of a double.";
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => new LogTransformer { Offset = 1e308 }.Fit(rows)).Message, StringComparison.Ordinal);
        var fitted = new LogTransformer { Offset = 1e308 }.Fit(rows.TakeRows([0]));
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => fitted.Transform(rows)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesAndMessages_AreTheSameInEveryCulture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            var rows = FeatureMatrix.FromColumns(new FeatureNames("x"), [1, -2.5]);
            Assert.Contains("values above -0.5, but x is -2.5 in row 1", Assert.Throws<ArgumentException>(() => new LogTransformer { Offset = 0.5 }.Fit(rows)).Message, StringComparison.Ordinal);
            Assert.Equal(["log(x + 0.5)"], new LogTransformer { Offset = 0.5 }.Fit(rows.TakeRows([0])).FeatureNames);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    protected override ITransformer Create() => new LogTransformer();

    protected override ITransformer CreateOther() => new LogTransformer { Offset = 1 };
}
