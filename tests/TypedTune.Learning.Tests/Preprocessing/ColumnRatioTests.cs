namespace TypedTune.Learning.Tests;

public sealed class ColumnRatioTests : TransformerContract
{
    private static readonly FeatureNames _columns = new("TotalBedrooms", "TotalRooms");

    [Fact]
    public void TheFirstColumn_IsDividedByTheSecond()
    {
        var rows = FeatureMatrix.FromColumns(_columns, [1, 6], [4, -3]);
        var ratio = new ColumnRatio().Fit(rows).Transform(rows);
        Assert.Equal([0.25, -2], ratio.AsColumnMajor());
        Assert.Equal(["TotalBedrooms / TotalRooms"], ratio.Names);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void ZeroDenominator_IsRefusedByRow(double numerator)
    {
        var rows = FeatureMatrix.FromColumns(_columns, [1, numerator], [4, 0]);
        var error = Assert.Throws<ArgumentException>(() => new ColumnRatio().Fit(rows));
        Assert.Equal("ColumnRatio cannot divide by TotalRooms, which is 0 in row 1. Remove or correct that row.", error.Message);
    }

    [Fact]
    public void OverflowingRatio_IsRefusedByRow()
    {
        var rows = FeatureMatrix.FromColumns(_columns, [1e300], [1e-300]);
        Assert.Contains("in row 0, where it is 1E+300 / 1E-300", Assert.Throws<ArgumentException>(() => new ColumnRatio().Fit(rows)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherThanTwoColumns_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new ColumnRatio().Fit(FeatureMatrix.FromRows([[1, 2, 3]])));
        Assert.Contains("needs exactly 2, but was given 3: [x0, x1, x2]", error.Message, StringComparison.Ordinal);
    }

    protected override ITransformer Create() => new ColumnRatio();

    protected override ITransformer? CreateOther() => null;
}
