namespace TypedTune.Learning;

/// <summary>The areas below curves of ranked rows.</summary>
internal static class RankAreas
{
    /// <summary>The area below the receiver operating characteristic, by trapezoids: how often a row of the label is ranked above another row, ties counting half.</summary>
    public static double Roc(RankedScores ranked)
    {
        double area = 0, hits = 0, misses = 0;
        for (int i = 0; i < ranked.Hits.Length; i++)
        {
            area += (ranked.Misses[i] - misses) * (ranked.Hits[i] + hits);
            (hits, misses) = (ranked.Hits[i], ranked.Misses[i]);
        }

        return area / (2 * ranked.Positives * ranked.Negatives);
    }

    /// <summary>The area up to a false positive rate, put on a scale on which 0.5 is chance and 1 is perfect (McClish, 1989).</summary>
    public static double PartialRoc(RankedScores ranked, double most)
    {
        double area = 0, rate = 0, recall = 0;
        for (int i = 0; i < ranked.Hits.Length && rate < most; i++)
        {
            double nextRate = ranked.Misses[i] / ranked.Negatives, nextRecall = ranked.Hits[i] / ranked.Positives;
            if (nextRate > most)
                (nextRecall, nextRate) = (recall + (nextRecall - recall) * (most - rate) / (nextRate - rate), most);
            area += (nextRate - rate) * (nextRecall + recall) / 2;
            (rate, recall) = (nextRate, nextRecall);
        }

        double least = most * most / 2;
        return 0.5 * (1 + (area - least) / (most - least));
    }

    /// <summary>The precision at each threshold, each weighted by how much recall it adds.</summary>
    public static double Precision(RankedScores ranked)
    {
        double sum = 0, hits = 0;
        for (int i = 0; i < ranked.Hits.Length; i++)
        {
            sum += (ranked.Hits[i] - hits) * (ranked.Hits[i] / (ranked.Hits[i] + ranked.Misses[i]));
            hits = ranked.Hits[i];
        }

        return sum / ranked.Positives;
    }
}
