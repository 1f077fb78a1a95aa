namespace TypedTune;

/// <summary>The normal distribution of mean 0 and standard deviation 1, with the same bits on every machine.</summary>
internal static class StandardNormal
{
    private const double RootOfTwoPi = 2.50662827463100050242;

    // From 1 on, so many steps leave an error below 2^-53 of the result.
    private const int Steps = 500;

    private static ReadOnlySpan<double> CenterNumerator => [2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4, 1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0];
    private static ReadOnlySpan<double> CenterDenominator => [5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4, 5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1];
    private static ReadOnlySpan<double> SideNumerator => [7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0];
    private static ReadOnlySpan<double> SideDenominator => [1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1];
    private static ReadOnlySpan<double> TailNumerator => [2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0];
    private static ReadOnlySpan<double> TailDenominator => [2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1];

    /// <summary>The share of draws up to a value, to within 1e-15 of itself.</summary>
    /// <param name="value">Any number, also infinite.</param>
    public static double ShareBelow(double value)
    {
        double size = Math.Abs(value);
        double tail = size < 1 ? 0.5 - Inside(size) : Tail(size);
        return value > 0 ? 1 - tail : tail;
    }

    /// <summary>The value below which a share of draws lies (Wichura, "Algorithm AS 241: The percentage points of the normal distribution", 1988).</summary>
    /// <param name="share">From 0 to 1; at the ends the result is infinite.</param>
    public static double Quantile(double share)
    {
        if (!(share is > 0 and < 1))
            return share <= 0 ? double.NegativeInfinity : share >= 1 ? double.PositiveInfinity : double.NaN;
        double fromMiddle = share - 0.5;
        if (Math.Abs(fromMiddle) <= 0.425)
        {
            double inner = 0.180625 - fromMiddle * fromMiddle;
            return fromMiddle * Polynomial(CenterNumerator, inner) / Polynomial(CenterDenominator, inner);
        }

        double depth = Math.Sqrt(-PortableMath.Log(fromMiddle <= 0 ? share : 1 - share));
        double value = depth <= 5
            ? Polynomial(SideNumerator, depth - 1.6) / Polynomial(SideDenominator, depth - 1.6)
            : Polynomial(TailNumerator, depth - 5) / Polynomial(TailDenominator, depth - 5);
        return fromMiddle < 0 ? -value : value;
    }

    // From 0 to a value, as a sum of terms above 0.
    private static double Inside(double value)
    {
        double term = value, sum = value;
        for (int n = 3; term > sum * 1e-18; n += 2)
        {
            term *= value * value / n;
            sum += term;
        }

        return Density(value) * sum;
    }

    // Laplace's continued fraction, from its end.
    private static double Tail(double value)
    {
        if (value > 40)
            return 0;
        double fraction = value;
        for (int step = Steps; step > 0; step--)
            fraction = value + step / fraction;
        return Density(value) / fraction;
    }

    // In two factors: the square is exact in the first one, and its rounding would otherwise be multiplied by the exponent.
    private static double Density(double value)
    {
        double high = Math.Round(value * 65536) / 65536;
        return PortableMath.Exp(-0.5 * high * high) * PortableMath.Exp(-0.5 * (value - high) * (value + high)) / RootOfTwoPi;
    }

    private static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        double sum = 0;
        foreach (double coefficient in coefficients)
            sum = sum * x + coefficient;
        return sum;
    }
}
