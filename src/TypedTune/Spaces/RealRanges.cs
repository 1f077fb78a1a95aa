namespace TypedTune;

/// <summary>Checks that ranges of all number types share.</summary>
internal static class RealRanges
{
    public static void CheckNormal(string path, double mean, double standardDeviation)
    {
        if (!double.IsFinite(mean))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, $"The mean of {path} must be finite, but is {mean}.");
        if (!(standardDeviation > 0) || !double.IsFinite(standardDeviation))
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, $"The standard deviation of {path} must be above 0 and finite, but is {standardDeviation}.");
    }
}
