namespace TypedTune.Learning;

/// <summary>How a tree's rows are drawn.</summary>
/// <param name="WithReplacement">Whether a row can be drawn more than once.</param>
/// <param name="Fraction">How many draws there are, as a fraction of the rows: above 0, at most 1.</param>
internal readonly record struct RowSampling(bool WithReplacement, double Fraction)
{
    /// <summary>Every row once: what a single tree learns from.</summary>
    public static RowSampling All => new(false, 1);

    /// <summary>Draws a tree's rows.</summary>
    /// <param name="seed">The draws' own seed.</param>
    /// <param name="weights">Set to how often each row was drawn; one draw at least is made.</param>
    public void Draw(Seed seed, Span<int> weights)
    {
        int draws = Math.Max(1, (int)Math.Round(Fraction * weights.Length));
        if (WithReplacement)
            Bootstrap.WithReplacement(seed, draws, weights);
        else
            Bootstrap.WithoutReplacement(seed, draws, weights);
    }
}
