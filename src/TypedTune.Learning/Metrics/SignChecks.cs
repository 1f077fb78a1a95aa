using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Refuses numbers that a metric has no value for.</summary>
internal static class SignChecks
{
    /// <summary>Refuses a number below 0, or at 0.</summary>
    /// <exception cref="ArgumentException">The number is refused; the message names its row.</exception>
    public static void Require(string metric, double value, string what, int row, bool allowsZero)
    {
        if (value < 0 || (value == 0 && !allowsZero))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{metric} needs numbers {(allowsZero ? "of at least 0" : "above 0")}, but the {what} in row {row} is {value}. Take another metric, or predict a transformed target."), what == "target" ? "truth" : "predictions");
    }
}
