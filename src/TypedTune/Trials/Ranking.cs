namespace TypedTune;

/// <summary>Ranks trials by their scores.</summary>
internal static class Ranking
{
    /// <summary>Gives each trial that succeeded its rank: 1 for the best, equal scores the better one.</summary>
    /// <param name="trials">In the order of proposal.</param>
    /// <param name="direction">Whether small or large scores are good.</param>
    /// <returns>The best trial, of equal ones the first; null if none succeeded.</returns>
    public static TTrial? Rank<TTrial, T>(IReadOnlyList<TTrial> trials, Direction direction)
        where TTrial : Trial<T>
    {
        double[] scores = new double[trials.Count];
        int[] places = new int[trials.Count];
        int count = 0;
        for (int i = 0; i < places.Length; i++)
        {
            if (trials[i].Score is not { } score)
                continue;
            scores[count] = direction == Direction.Minimize ? score : -score;
            places[count++] = i;
        }

        // Not a stable sort, which is no matter: equal scores share their rank.
        Array.Sort(scores, places, 0, count);
        int rank = 0, best = int.MaxValue;
        for (int i = 0; i < count; i++)
        {
            if (i == 0 || scores[i] != scores[i - 1])
                rank = i + 1;
            trials[places[i]].Rank = rank;
            if (rank == 1)
                best = Math.Min(best, places[i]);
        }

        return count > 0 ? trials[best] : null;
    }
}
