namespace TypedTune.Learning;

/// <summary>A curve from a probability to another: a logistic one, or straight between points.</summary>
/// <param name="Slope">Of a logistic curve, the factor of the probability.</param>
/// <param name="Intercept">Of a logistic curve, what is added.</param>
/// <param name="At">The probabilities of points, ascending; empty for a logistic curve.</param>
/// <param name="Values">Their values.</param>
internal sealed record ProbabilityCurve(double Slope, double Intercept, double[] At, double[] Values)
{
    /// <summary>Maps a probability; beyond the ends of points their values hold.</summary>
    public double Map(double probability)
    {
        if (At.Length == 0)
            return 1 / (1 + PortableMath.Exp(Slope * probability + Intercept));
        int next = Array.BinarySearch(At, probability);
        if (next >= 0)
            return Values[next];
        next = ~next;
        if (next == 0 || next == At.Length)
            return Values[Math.Min(next, At.Length - 1)];
        return Values[next - 1] + (Values[next] - Values[next - 1]) * ((probability - At[next - 1]) / (At[next] - At[next - 1]));
    }
}
