namespace TypedTune.Learning;

/// <summary>Tells differences from rounding errors.</summary>
internal static class Rounding
{
    /// <summary>The distance from 1 to the next larger double, 2⁻⁵².</summary>
    public const double MachineEpsilon = 1.0 / (1L << 52);

    /// <summary>Whether a column is constant but for rounding; scikit-learn's bound.</summary>
    /// <param name="rows">N.</param>
    /// <param name="mean">The mean that the variance was taken around.</param>
    /// <param name="variance">The population variance; one that is not finite is not constant.</param>
    public static bool IsConstant(int rows, double mean, double variance)
    {
        double error = rows * mean * MachineEpsilon;
        return double.IsFinite(variance) && variance <= rows * MachineEpsilon * variance + error * error;
    }
}
