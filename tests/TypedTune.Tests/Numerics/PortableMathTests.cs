using CsCheck;

namespace TypedTune.Tests.Numerics;

/// <summary>The exponential and the logarithm against exact arithmetic, at their ends, and by bits that no machine may change.</summary>
public sealed class PortableMathTests
{
    [Fact]
    public void Exponential_IsWithinAUnitInTheLastPlace() =>
        Gen.OneOf(Gen.Double[-708, 709], Gen.Double[-1, 1], Gen.Double[-1e-3, 1e-3]).Sample(
            exponent => Assert.InRange(ExactNumbers.ExpError(exponent, PortableMath.Exp(exponent)), 0, 1), iter: 3000);

    [Fact]
    public void Logarithm_IsWithinAUnitInTheLastPlace() =>
        Gen.OneOf(Gen.Double[1e-300, 1e-290], Gen.Double[0.5, 2], Gen.Double[0.999, 1.001], Gen.Double[1e300, 1e308], Gen.Double[0, 100]).Where(value => value > 0).Sample(
            value => Assert.InRange(ExactNumbers.LogError(value, PortableMath.Log(value)), 0, 1), iter: 3000);

    [Fact]
    public void ExponentialAndLogarithm_AreThoseOfTheMachineButForTheLastPlace() =>
        Gen.Double[-700, 700].Sample(x =>
        {
            Assert.Equal(1, PortableMath.Exp(x) / Math.Exp(x), 1e-15);
            double y = Math.Exp(x);
            Assert.Equal(Math.Log(y), PortableMath.Log(y), Math.Abs(Math.Log(y)) * 4e-16);
        });

    [Fact]
    public void Exponential_IsExactAtItsEnds()
    {
        Assert.Equal(1, PortableMath.Exp(0));
        Assert.Equal(1, PortableMath.Exp(-0.0));
        Assert.Equal(0, PortableMath.Exp(double.NegativeInfinity));
        Assert.Equal(0, PortableMath.Exp(-746));
        Assert.Equal(double.Epsilon, PortableMath.Exp(-744.5));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(double.PositiveInfinity));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(709.79));
        Assert.True(double.IsFinite(PortableMath.Exp(709.782712893384)));
        Assert.True(double.IsNaN(PortableMath.Exp(double.NaN)));
    }

    [Fact]
    public void Logarithm_IsExactAtItsEnds()
    {
        Assert.Equal(0, PortableMath.Log(1));
        Assert.Equal(double.NegativeInfinity, PortableMath.Log(0));
        Assert.Equal(double.NegativeInfinity, PortableMath.Log(-0.0));
        Assert.Equal(double.PositiveInfinity, PortableMath.Log(double.PositiveInfinity));
        Assert.Equal(-744.4400719213812, PortableMath.Log(double.Epsilon));
        Assert.Equal(709.782712893384, PortableMath.Log(double.MaxValue));
        Assert.True(double.IsNaN(PortableMath.Log(-1)));
        Assert.True(double.IsNaN(PortableMath.Log(double.NegativeInfinity)));
        Assert.True(double.IsNaN(PortableMath.Log(double.NaN)));
    }

    [Fact]
    public void SineAndCosine_AreThoseOfTheMachineButForTheLastPlaces() =>
        Gen.OneOf(Gen.Double[0, 1], Gen.Double[-0.01, 0.01], Gen.Double[-1000, 1000]).Sample(turns =>
        {
            var (sin, cos) = PortableMath.SinCosOfTurns(turns);
            var (sinOfMachine, cosOfMachine) = Math.SinCos(2 * Math.PI * (turns - Math.Floor(turns)));
            Assert.Equal(sinOfMachine, sin, 1.2e-15);
            Assert.Equal(cosOfMachine, cos, 1.2e-15);
            Assert.Equal(1, sin * sin + cos * cos, 6e-16);
        }, iter: 3000);

    [Fact]
    public void SineAndCosine_AreExactAtQuartersAndSymmetric()
    {
        Assert.Equal((0, 1), PortableMath.SinCosOfTurns(0));
        Assert.Equal((1, 0), PortableMath.SinCosOfTurns(0.25));
        Assert.Equal((0, -1), PortableMath.SinCosOfTurns(-0.5));
        Assert.Equal((-1, 0), PortableMath.SinCosOfTurns(7.75));
        Assert.Equal(0.5, PortableMath.SinCosOfTurns(1.0 / 12).Sin, 2e-16);
        Assert.Equal(PortableMath.SinCosOfTurns(0.125).Sin, PortableMath.SinCosOfTurns(0.125).Cos, 2e-16);
        Assert.Equal((double.NaN, double.NaN), PortableMath.SinCosOfTurns(double.NaN));
        Assert.Equal((double.NaN, double.NaN), PortableMath.SinCosOfTurns(double.PositiveInfinity));
    }
}
