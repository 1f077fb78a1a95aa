using System.Numerics;

namespace TypedTune.Tests.Numerics;

/// <summary>Exponentials and logarithms to hundreds of digits, as whole numbers of a tiny unit: the reference for those in double precision.</summary>
internal static class ExactNumbers
{
    private const int UnitBits = 1500;
    private const int Halvings = 24;

    private static BigInteger One => BigInteger.One << UnitBits;

    /// <summary>How far a result is from e to a power, in units of the result's last place.</summary>
    public static double ExpError(double exponent, double result) => UnitsBetween(Exp(ToUnits(exponent)), result);

    /// <summary>How far a result is from a natural logarithm, in units of the result's last place.</summary>
    public static double LogError(double value, double result)
    {
        // What is left of the value where the result is divided out is so near 1 that two terms of the logarithm's series are exact.
        var left = (ToUnits(value) * Exp(-ToUnits(result)) >> UnitBits) - One;
        return UnitsBetween(ToUnits(result) + left - (left * left >> UnitBits + 1), result);
    }

    private static double UnitsBetween(BigInteger exact, double result)
    {
        var difference = BigInteger.Abs(exact - ToUnits(result));
        double last = Math.BitIncrement(Math.Abs(result)) - Math.Abs(result);
        return (double)(difference * 1_000_000 / BigInteger.Max(1, ToUnits(last))) / 1e6;
    }

    private static BigInteger Exp(BigInteger exponent)
    {
        var x = exponent >> Halvings;
        BigInteger term = One, sum = One;
        for (int n = 1; !term.IsZero && term != -1; n++)
        {
            term = term * x / n >> UnitBits;
            sum += term;
        }

        for (int i = 0; i < Halvings; i++)
            sum = sum * sum >> UnitBits;
        return sum;
    }

    private static BigInteger ToUnits(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(value));
        int exponent = Math.Max(1, (int)(bits >> 52));
        long mantissa = (bits & 0xFFFFFFFFFFFFF) + (bits >> 52 == 0 ? 0 : 1L << 52);
        return Math.Sign(value) * ((BigInteger)mantissa << UnitBits + exponent - 1075);
    }
}
