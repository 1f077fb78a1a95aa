using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTune.Learning;

/// <summary>
/// Exponentials and logarithms of several numbers at once, with the same bits on every machine and of any width of its vectors: additions,
/// multiplications and divisions in a fixed order.
/// </summary>
internal static class PortableVectors
{
    private const double Shifter = 6755399441055744;

    /// <summary>Raises e to powers: bit for bit <see cref="PortableMath.Exp"/>.</summary>
    /// <param name="exponents">From −708 to 708, so that results are normal numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> exponents)
    {
        var shifted = exponents * Vector512.Create(1.44269504088896338700) + Vector512.Create(Shifter);
        var power = shifted - Vector512.Create(Shifter);
        var high = exponents - power * Vector512.Create(6.93147180369123816490e-01);
        var low = power * Vector512.Create(1.90821492927058770002e-10);
        var x = high - low;
        var rest = high - x - low;
        var square = x * x;
        var fourth = square * square;
        var upper = Vector512.Create(1.0 / 40320) + Vector512.Create(1.0 / 362880) * x + (Vector512.Create(1.0 / 3628800) + Vector512.Create(1.0 / 39916800) * x) * square + (Vector512.Create(1.0 / 479001600) + Vector512.Create(1.0 / 6227020800) * x) * fourth;
        var lower = Vector512.Create(1.0 / 2) + Vector512.Create(1.0 / 6) * x + (Vector512.Create(1.0 / 24) + Vector512.Create(1.0 / 120) * x) * square + (Vector512.Create(1.0 / 720) + Vector512.Create(1.0 / 5040) * x) * fourth;
        lower += upper * (square * fourth);
        var mantissa = Vector512<double>.One + (x + (square * lower + rest));

        // The power stands in the lowest bits of what was shifted, and is added to the exponent.
        return (mantissa.AsInt64() + (shifted.AsInt64() << 52)).AsDouble();
    }

    /// <summary>Takes natural logarithms: bit for bit <see cref="PortableMath.Log"/>.</summary>
    /// <param name="values">Normal numbers above 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> values)
    {
        const long halfOfRootTwo = 0x3FE6A09E00000000;
        var bits = values.AsInt64() + Vector512.Create(0x3FF0000000000000 - halfOfRootTwo);
        var power = Vector512.ConvertToDouble((bits >> 52) - Vector512.Create(1023L));
        var x = ((bits & Vector512.Create(0x000FFFFFFFFFFFFF)) + Vector512.Create(halfOfRootTwo)).AsDouble() - Vector512<double>.One;
        var halfSquare = Vector512.Create(0.5) * x * x;
        var s = x / (Vector512.Create(2.0) + x);
        var square = s * s;
        var fourth = square * square;
        var odd = square * (Vector512.Create(6.666666666666735130e-01) + fourth * (Vector512.Create(2.857142874366239149e-01) + fourth * (Vector512.Create(1.818357216161805012e-01) + fourth * Vector512.Create(1.479819860511658591e-01))));
        var even = fourth * (Vector512.Create(3.999999999940941908e-01) + fourth * (Vector512.Create(2.222219843214978396e-01) + fourth * Vector512.Create(1.531383769920937332e-01)));
        return s * (halfSquare + (odd + even)) + power * Vector512.Create(1.90821492927058770002e-10) - halfSquare + x + power * Vector512.Create(6.93147180369123816490e-01);
    }

    /// <summary>Takes natural logarithms in single precision, to within a unit in the last place (the method of Sun's fdlibm).</summary>
    /// <param name="values">Normal numbers above 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> values)
    {
        const int halfOfRootTwo = 0x3F3504F3;
        var bits = values.AsInt32() + Vector256.Create(0x3F800000 - halfOfRootTwo);
        var power = Vector256.ConvertToSingle((bits >> 23) - Vector256.Create(127));
        var x = ((bits & Vector256.Create(0x007FFFFF)) + Vector256.Create(halfOfRootTwo)).AsSingle() - Vector256<float>.One;
        var halfSquare = Vector256.Create(0.5f) * x * x;
        var s = x / (Vector256.Create(2f) + x);
        var square = s * s;
        var fourth = square * square;
        var odd = square * (Vector256.Create(0.66666662693f) + fourth * Vector256.Create(0.28498786688f));
        var even = fourth * (Vector256.Create(0.40000972152f) + fourth * Vector256.Create(0.24279078841f));
        return s * (halfSquare + (odd + even)) + power * Vector256.Create(9.0580006145e-06f) - halfSquare + x + power * Vector256.Create(6.9313812256e-01f);
    }
}
