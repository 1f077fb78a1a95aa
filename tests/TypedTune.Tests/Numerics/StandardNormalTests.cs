using CsCheck;

namespace TypedTune.Tests.Numerics;

/// <summary>Shares and quantiles of the normal distribution against values of 40 digits, and against each other.</summary>
public sealed class StandardNormalTests
{
    [Theory]
    [InlineData(-37.5, 4.6053530095819548438e-308)]
    [InlineData(-8, 6.2209605742717841235e-16)]
    [InlineData(-3.25, 0.00057702504239076704292)]
    [InlineData(-1, 0.15865525393145705141)]
    [InlineData(-0.999, 0.15889734564131828629)]
    [InlineData(-0.5, 0.30853753872598689636)]
    [InlineData(0, 0.5)]
    [InlineData(0.25, 0.59870632568292372424)]
    [InlineData(1.5, 0.933192798731141934)]
    [InlineData(5, 0.99999971334842812081)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.PositiveInfinity, 1)]
    public void ShareBelow_IsThatOfFortyDigits(double value, double share) => Assert.Equal(share, StandardNormal.ShareBelow(value), share * 2e-15);

    [Theory]
    [InlineData(1e-300, -37.047096299361199237)]
    [InlineData(1e-20, -9.2623400897984075796)]
    [InlineData(1e-5, -4.2648907939228246102)]
    [InlineData(0.07, -1.4757910281791706856)]
    [InlineData(0.3, -0.52440051270804081597)]
    [InlineData(0.5, 0)]
    [InlineData(0.6, 0.25334710313579974132)]
    [InlineData(0.925, 1.4395314709384562291)]
    [InlineData(0.99999, 4.2648907939238407699)]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(1, double.PositiveInfinity)]
    public void Quantile_IsThatOfFortyDigits(double share, double value)
    {
        if (double.IsInfinity(value))
            Assert.Equal(value, StandardNormal.Quantile(share));
        else
            Assert.Equal(value, StandardNormal.Quantile(share), Math.Abs(value) * 1e-15 + 1e-16);
    }

    [Fact]
    public void QuantileOfTheShareBelowAValue_IsTheValue() =>
        Gen.Double[-37, 5].Sample(value => Assert.Equal(value, StandardNormal.Quantile(StandardNormal.ShareBelow(value)), 1e-9));
}
