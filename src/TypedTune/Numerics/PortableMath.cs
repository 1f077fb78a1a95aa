namespace TypedTune;

/// <summary>
/// The exponential function, the natural logarithm, sine and cosine with the same bits on every machine: additions, multiplications and divisions in a fixed
/// order, where those of <see cref="Math"/> are the operating system's and choose by the processor.
/// </summary>
/// <remarks>All results of the library are made with these. Results are less than one unit in the last place away from the exact ones. Thread safe.</remarks>
public static class PortableMath
{
    // Added to a number below 2^51, it leaves the nearest whole number in the lowest bits, and that of two with the last bit 0.
    private const double Shifter = 6755399441055744;
    private const double LogarithmOfTwoHigh = 6.93147180369123816490e-01; // 33 bits, so that products with exponents are exact.
    private const double LogarithmOfTwoLow = 1.90821492927058770002e-10;
    private const double OneOverLogarithmOfTwo = 1.44269504088896338700;
    private const double LargestExponent = 709.782712893383973096;
    private const double SmallestExponent = -745.133219101941108420;

    // Taylor's coefficients. What is left out is below 2^-57 of the result: of an exponential up to half of the logarithm of two, of a sine up to half of a right angle.
    private const double C2 = 1.0 / 2;
    private const double C3 = 1.0 / 6;
    private const double C4 = 1.0 / 24;
    private const double C5 = 1.0 / 120;
    private const double C6 = 1.0 / 720;
    private const double C7 = 1.0 / 5040;
    private const double C8 = 1.0 / 40320;
    private const double C9 = 1.0 / 362880;
    private const double C10 = 1.0 / 3628800;
    private const double C11 = 1.0 / 39916800;
    private const double C12 = 1.0 / 479001600;
    private const double C13 = 1.0 / 6227020800;
    private const double C14 = 1.0 / 87178291200;
    private const double C15 = 1.0 / 1307674368000;
    private const double C16 = 1.0 / 20922789888000;
    private const double C17 = 1.0 / 355687428096000;

    // An odd polynomial for the inverse hyperbolic tangent, of the least greatest error, from Sun's fdlibm.
    private const double L1 = 6.666666666666735130e-01;
    private const double L2 = 3.999999999940941908e-01;
    private const double L3 = 2.857142874366239149e-01;
    private const double L4 = 2.222219843214978396e-01;
    private const double L5 = 1.818357216161805012e-01;
    private const double L6 = 1.531383769920937332e-01;
    private const double L7 = 1.479819860511658591e-01;
    private const long HalfOfRootTwo = 0x3FE6A09E00000000;
    private const long One = 0x3FF0000000000000;
    private const long Mantissa = 0x000FFFFFFFFFFFFF;

    /// <summary>Raises e to a power.</summary>
    /// <param name="exponent">Any number.</param>
    /// <returns>0 at negative infinity and wherever the result is below the range of a double, positive infinity where it is above; not-a-number for that.</returns>
    public static double Exp(double exponent)
    {
        if (!(exponent <= LargestExponent))
            return double.IsNaN(exponent) ? exponent : double.PositiveInfinity;
        if (exponent < SmallestExponent)
            return 0;
        double shifted = exponent * OneOverLogarithmOfTwo + Shifter;
        double power = shifted - Shifter;
        double high = exponent - power * LogarithmOfTwoHigh;
        double low = power * LogarithmOfTwoLow;
        double x = high - low;
        double rest = high - x - low;
        double square = x * x;
        double fourth = square * square;
        double upper = C8 + C9 * x + (C10 + C11 * x) * square + (C12 + C13 * x) * fourth;
        double lower = C2 + C3 * x + (C4 + C5 * x) * square + (C6 + C7 * x) * fourth;
        lower += upper * (square * fourth);
        return Math.ScaleB(1 + (x + (square * lower + rest)), (int)power);
    }

    /// <summary>Takes the natural logarithm.</summary>
    /// <param name="value">Any number.</param>
    /// <returns>Negative infinity at 0, not-a-number below and for not-a-number, positive infinity at that.</returns>
    public static double Log(double value)
    {
        if (!(value > 0))
            return value == 0 ? double.NegativeInfinity : double.NaN;
        if (double.IsPositiveInfinity(value))
            return value;
        int power = 0;
        if (value < 2.2250738585072014e-308)
        {
            value *= 1UL << 54;
            power = -54;
        }

        // The value is a power of two times a number from half of the root of two to the root of two.
        long bits = BitConverter.DoubleToInt64Bits(value) + (One - HalfOfRootTwo);
        power += (int)(bits >> 52) - 1023;
        double x = BitConverter.Int64BitsToDouble((bits & Mantissa) + HalfOfRootTwo) - 1;
        double halfSquare = 0.5 * x * x;
        double s = x / (2 + x);
        double square = s * s;
        double fourth = square * square;
        double odd = square * (L1 + fourth * (L3 + fourth * (L5 + fourth * L7)));
        double even = fourth * (L2 + fourth * (L4 + fourth * L6));
        return s * (halfSquare + (odd + even)) + power * LogarithmOfTwoLow - halfSquare + x + power * LogarithmOfTwoHigh;
    }

    /// <summary>Takes the sine and the cosine of an angle.</summary>
    /// <param name="turns">The angle, in turns: 0.25 is a right angle, whose cosine is exactly 0.</param>
    /// <returns>Both within two units in the last place; not-a-number where the angle is no finite number.</returns>
    public static (double Sin, double Cos) SinCosOfTurns(double turns)
    {
        if (!double.IsFinite(turns))
            return (double.NaN, double.NaN);

        // The nearest right angle, and what is left, at most half of one; both are exact.
        double turn = turns - Math.Floor(turns);
        double quarters = Math.Floor(4 * turn + 0.5);
        double x = 2 * Math.PI * (turn - 0.25 * quarters);
        double square = x * x;
        double sin = x - x * square * (C3 - square * (C5 - square * (C7 - square * (C9 - square * (C11 - square * (C13 - square * (C15 - square * C17)))))));
        double cos = 1 - square * (C2 - square * (C4 - square * (C6 - square * (C8 - square * (C10 - square * (C12 - square * (C14 - square * C16)))))));
        return ((int)quarters & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }
}
