using System.Runtime.Intrinsics;
using CsCheck;

namespace TypedTune.Learning.Tests.Numerics;

/// <summary>Vectors of exponentials and logarithms against the scalar ones.</summary>
public sealed class PortableVectorsTests
{
    [Fact]
    public void Exponentials_AreTheScalarOnesBitForBit() => Gen.Double[-708, 708].Array[8].Sample(exponents =>
    {
        var results = PortableVectors.Exp(Vector512.Create(exponents));
        for (int lane = 0; lane < 8; lane++)
            Assert.Equal(BitConverter.DoubleToInt64Bits(PortableMath.Exp(exponents[lane])), BitConverter.DoubleToInt64Bits(results[lane]));
    });

    [Fact]
    public void Logarithms_AreTheScalarOnesBitForBit() => Gen.Select(Gen.Double[1, 2], Gen.Int[-1022, 1022]).Array[8].Sample(parts =>
    {
        double[] values = [.. parts.Select(part => Math.ScaleB(part.Item1, part.Item2))];

        var results = PortableVectors.Log(Vector512.Create(values));

        for (int lane = 0; lane < 8; lane++)
            Assert.Equal(BitConverter.DoubleToInt64Bits(PortableMath.Log(values[lane])), BitConverter.DoubleToInt64Bits(results[lane]));
    });

    [Fact]
    public void ExponentialsAtTheEnds_AreTheScalarOnes()
    {
        double[] ends = [-708, 708, 0, -0.0, 1, -1, 0.34657359, -0.34657359];
        var results = PortableVectors.Exp(Vector512.Create(ends));

        for (int lane = 0; lane < 8; lane++)
            Assert.Equal(PortableMath.Exp(ends[lane]), results[lane]);
    }

    [Fact]
    public void Logarithms_AreWithinAUnitInTheLastPlace() => Gen.OneOf(Gen.Float[1.2e-38f, 1e-30f], Gen.Float[0.4f, 3], Gen.Float[1, 3e38f]).Array[8].Sample(values =>
    {
        var results = PortableVectors.Log(Vector256.Create(values));
        for (int lane = 0; lane < 8; lane++)
        {
            double exact = Math.Log(values[lane]);
            float last = MathF.BitIncrement(MathF.Abs((float)exact)) - MathF.Abs((float)exact);
            Assert.InRange(Math.Abs(results[lane] - exact), 0, last);
        }
    });

    [Fact]
    public void LogarithmOfOne_IsZero() => Assert.Equal(Vector256<float>.Zero, PortableVectors.Log(Vector256<float>.One));
}
