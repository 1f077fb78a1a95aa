using System.Globalization;

namespace TypedTune.Learning;

/// <summary>A range that would hold the true value in a given share of repetitions. Both ends are included.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="Confidence">The share of repetitions, between 0 and 1, both excluded.</param>
public readonly record struct ConfidenceInterval(double Low, double High, double Confidence)
{
    /// <summary>The ends and the confidence, as <c>39275.4 to 43467.3 (95 %)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Low:G6} to {High:G6} ({100 * Confidence:0.###} %)");
}
