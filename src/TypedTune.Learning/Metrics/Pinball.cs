namespace TypedTune.Learning;

/// <summary>The pinball loss of an error.</summary>
internal static class Pinball
{
    /// <summary>The quantile's share of an error below, and what is left to 1 of one above.</summary>
    /// <param name="error">The truth less the prediction.</param>
    /// <param name="quantile">Above 0 and below 1.</param>
    public static double Loss(double error, double quantile) => error >= 0 ? quantile * error : (quantile - 1) * error;

    /// <summary>Refuses a quantile outside of 0 and 1.</summary>
    public static double Require(double quantile) => quantile is > 0 and < 1
        ? quantile
        : throw new ArgumentOutOfRangeException(nameof(quantile), quantile, FormattableString.Invariant($"A quantile must be above 0 and below 1, but is {quantile}."));
}
