namespace TypedTune.Learning;

/// <summary>Finds powers of two as units of numbers, so that sums of squares stay in the range of a double. A power of two changes no digit.</summary>
internal static class PowerUnit
{
    /// <summary>Squares of numbers between 2 to the power of this and of its negative, and of all their differences, are normal numbers, also times weights.</summary>
    public const int Range = 400;

    /// <summary>The exponent of the unit: 0 where no number needs one.</summary>
    /// <param name="values">Finite numbers.</param>
    public static int Choose(ReadOnlySpan<double> values)
    {
        double least = double.PositiveInfinity, most = 0;
        foreach (double value in values)
        {
            double size = Math.Abs(value);
            most = Math.Max(most, size);
            least = size > 0 ? Math.Min(least, size) : least;
        }

        bool fits = most == 0 || (Math.ILogB(most) < Range && Math.ILogB(least) >= -Range);
        return fits ? 0 : Math.ILogB(most) - Range;
    }

    /// <summary>Numbers in a unit; the same array where that is 0.</summary>
    /// <param name="values">Finite numbers.</param>
    /// <param name="unit">The unit's exponent.</param>
    public static double[] Take(double[] values, int unit) => unit == 0 ? values : Array.ConvertAll(values, value => Math.ScaleB(value, -unit));

    /// <summary>Puts numbers of a unit back, in place.</summary>
    /// <param name="values">Numbers in the unit.</param>
    /// <param name="unit">The unit's exponent.</param>
    public static double[] Give(double[] values, int unit)
    {
        if (unit == 0)
            return values;
        foreach (ref double value in values.AsSpan())
            value = Math.ScaleB(value, unit);
        return values;
    }
}
