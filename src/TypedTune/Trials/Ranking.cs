namespace TypedTune;

/// <summary>Ranks scores, and trials by them.</summary>
public static class Ranking
{
    /// <summary>Computes a rank for each score: 1 for the best; equal scores share the better rank.</summary>
    /// <param name="scores">None of them not-a-number.</param>
    /// <param name="direction">Whether small or large scores are good.</param>
    public static int[] Compute(ReadOnlySpan<double> scores, Direction direction)
    {
        double[] ordered = new double[scores.Length];
        int[] places = new int[scores.Length];
        for (int i = 0; i < places.Length; i++)
            (ordered[i], places[i]) = (direction == Direction.Minimize ? scores[i] : -scores[i], i);

        // Not a stable sort, which is no matter: equal scores share their rank.
        Array.Sort(ordered, places);
        int[] ranks = new int[scores.Length];
        int rank = 0;
        for (int i = 0; i < places.Length; i++)
        {
            if (i == 0 || ordered[i] != ordered[i - 1])
                rank = i + 1;
            ranks[places[i]] = rank;
        }

        return ranks;
    }

    /// <summary>Gives each trial that succeeded its rank: 1 for the best, equal scores the better one.</summary>
    /// <param name="trials">In the order of proposal.</param>
    /// <param name="direction">Whether small or large scores are good.</param>
    /// <returns>The best trial, of equal ones the first; null if none succeeded.</returns>
    internal static TTrial? Rank<TTrial, T>(IReadOnlyList<TTrial> trials, Direction direction)
        where TTrial : Trial<T>
    {
        double[] scores = new double[trials.Count];
        int[] succeeded = new int[trials.Count];
        int count = 0;
        for (int i = 0; i < trials.Count; i++)
        {
            if (trials[i].Score is { } score)
                (scores[count], succeeded[count++]) = (score, i);
        }

        int[] ranks = Compute(scores.AsSpan(0, count), direction);
        for (int i = 0; i < count; i++)
            trials[succeeded[i]].Rank = ranks[i];
        int best = Array.IndexOf(ranks, 1);
        return best < 0 ? null : trials[succeeded[best]];
    }
}
