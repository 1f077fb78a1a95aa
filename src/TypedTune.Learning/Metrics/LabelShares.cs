namespace TypedTune.Learning;

/// <summary>The shares of hits that metrics of labels are made of, as a part and a whole: of the weights of the rows that are hits, that were predicted a label, and that have it.</summary>
internal static class LabelShares
{
    public static (double Part, double Whole) Precision(double hits, double predicted, double actual) => (hits, predicted);

    public static (double Part, double Whole) Recall(double hits, double predicted, double actual) => (hits, actual);

    public static (double Part, double Whole) Jaccard(double hits, double predicted, double actual) => (hits, predicted + actual - hits);

    /// <summary>The share of F-beta.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is not above 0.</exception>
    public static Func<double, double, double, (double Part, double Whole)> FBeta(double beta)
    {
        if (!(beta > 0 && double.IsFinite(beta * beta)))
            throw new ArgumentOutOfRangeException(nameof(beta), beta, FormattableString.Invariant($"Beta must be above 0 and finite, but is {beta}."));
        return (hits, predicted, actual) => ((1 + beta * beta) * hits, beta * beta * actual + predicted);
    }

    /// <summary>The name of F-beta, as <c>F2</c>.</summary>
    public static string NameFBeta(double beta) => FormattableString.Invariant($"F{beta}");
}
