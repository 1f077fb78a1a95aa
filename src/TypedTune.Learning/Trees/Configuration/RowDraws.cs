namespace TypedTune.Learning;

/// <summary>Which rows a tree learns from, and how often each was drawn.</summary>
internal static class RowDraws
{
    /// <summary>Draws with replacement (Breiman, "Bagging predictors", 1996).</summary>
    /// <param name="seed">The draws' own seed.</param>
    /// <param name="draws">How many draws.</param>
    /// <param name="weights">Set to how often each row was drawn.</param>
    public static void WithReplacement(Seed seed, int draws, Span<int> weights)
    {
        weights.Clear();
        var stream = seed.Stream();
        ulong rows = (ulong)weights.Length;
        for (int i = 0; i < draws; i++)
            weights[(int)stream.NextBelow(rows)]++;
    }

    /// <summary>Draws without replacement.</summary>
    /// <param name="seed">The draws' own seed.</param>
    /// <param name="draws">How many draws, at most the number of rows.</param>
    /// <param name="weights">Set to 1 for each row that was drawn and to 0 for the others.</param>
    public static void WithoutReplacement(Seed seed, int draws, Span<int> weights)
    {
        if (draws == weights.Length)
        {
            weights.Fill(1);
            return;
        }

        // Selection sampling (Knuth, The Art of Computer Programming, volume 2, algorithm S) needs no list of rows.
        var stream = seed.Stream();
        int needed = draws;
        for (int row = 0; row < weights.Length; row++)
        {
            weights[row] = stream.NextBelow(weights.Length - row) < needed ? 1 : 0;
            needed -= weights[row];
        }
    }
}
