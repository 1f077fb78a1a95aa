namespace TypedTune.Learning;

/// <summary>Tells whether numbers are finite.</summary>
internal static class FiniteNumbers
{
    /// <summary>Whether no number is missing or infinite.</summary>
    /// <param name="values">The numbers.</param>
    public static bool AreAll(ReadOnlySpan<double> values)
    {
        // One sum decides for nearly every column without a branch a value: x - x is 0, or not-a-number.
        double sum = 0;
        foreach (double value in values)
            sum += value - value;
        return sum == 0;
    }
}
