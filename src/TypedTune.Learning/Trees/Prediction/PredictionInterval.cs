using System.Globalization;

namespace TypedTune.Learning;

/// <summary>Between which values a row's target is predicted to lie. Both ends are included.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end, at least as large.</param>
/// <param name="Coverage">With what probability, between 0 and 1, both excluded.</param>
public readonly record struct PredictionInterval(double Low, double High, double Coverage)
{
    /// <summary>Whether a value is inside.</summary>
    /// <param name="value">The value.</param>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>The ends and the coverage, as <c>39275.4 to 43467.3 (90 %)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Low:G6} to {High:G6} ({100 * Coverage:0.###} %)");
}
