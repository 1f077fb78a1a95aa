namespace TypedTune.Learning;

/// <summary>Student's t distribution, with the same bits on every machine.</summary>
internal static class StudentT
{
    private const double Smallest = 1e-300;
    private const double Enough = 1e-16;
    private const int MostSteps = 10_000;

    /// <summary>The share of draws up to a value.</summary>
    /// <param name="value">Any number, also infinite.</param>
    /// <param name="freedom">The degrees of freedom, a whole number of at least 1.</param>
    public static double ShareBelow(double value, int freedom) => ShareBelow(value, freedom, Beta(freedom));

    /// <summary>The value below which a share of draws lies.</summary>
    /// <param name="share">Above 0 and below 1.</param>
    /// <param name="freedom">The degrees of freedom, a whole number of at least 1.</param>
    public static double Quantile(double share, int freedom)
    {
        if (share == 0.5)
            return 0;
        double beta = Beta(freedom), low = 0, high = 1, tail = Math.Max(share, 1 - share);
        while (ShareBelow(high, freedom, beta) < tail && high < double.MaxValue / 2)
            (low, high) = (high, 2 * high);
        for (double middle = low + (high - low) / 2; middle > low && middle < high; middle = low + (high - low) / 2)
            (low, high) = ShareBelow(middle, freedom, beta) < tail ? (middle, high) : (low, middle);
        return share > 0.5 ? high : -high;
    }

    private static double ShareBelow(double value, int freedom, double beta)
    {
        double tail = double.IsInfinity(value) ? 0 : RegularizedBeta(freedom / (freedom + value * value), value * value / (freedom + value * value), freedom, beta) / 2;
        return value > 0 ? 1 - tail : tail;
    }

    // I_x(freedom / 2, 1 / 2), where y is 1 − x, by Lentz's form of the continued fraction, which is short on the side of the mean.
    private static double RegularizedBeta(double x, double y, int freedom, double beta)
    {
        double a = freedom / 2.0, b = 0.5;
        if (x <= 0 || y <= 0)
            return x <= 0 ? 0 : 1;
        double front = PortableMath.Exp(a * PortableMath.Log(x) + b * PortableMath.Log(y)) / beta;
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - front * Fraction(y, b, a) / b;
    }

    private static double Fraction(double x, double a, double b)
    {
        double c = 1, d = 1 / NotZero(1 - (a + b) * x / (a + 1)), fraction = d;
        for (int m = 1; m < MostSteps; m++)
        {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / NotZero(1 + even * d);
            c = NotZero(1 + even / c);
            fraction *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / NotZero(1 + odd * d);
            c = NotZero(1 + odd / c);
            fraction *= d * c;
            if (Math.Abs(d * c - 1) < Enough)
                break;
        }

        return fraction;
    }

    private static double NotZero(double value) => Math.Abs(value) < Smallest ? Smallest : value;

    // B(freedom / 2, 1 / 2), from B(1/2, 1/2) = π or B(1, 1/2) = 2 upwards.
    private static double Beta(int freedom)
    {
        double beta = freedom % 2 == 1 ? Math.PI : 2;
        for (double a = freedom % 2 == 1 ? 0.5 : 1; a < freedom / 2.0; a++)
            beta *= a / (a + 0.5);
        return beta;
    }
}
