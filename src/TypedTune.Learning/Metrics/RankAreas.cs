namespace TypedTune.Learning;

/// <summary>The areas below curves of ranked rows.</summary>
internal static class RankAreas
{
    /// <summary>The area below the receiver operating characteristic, by trapezoids: how often a row of the label is ranked above another row, ties counting half.</summary>
    public static double Roc(RankedScores ranked)
    {
        var area = default(Trapezoids);
        ranked.Visit(ref area);
        return area.Sum / (2 * ranked.Positives * ranked.Negatives);
    }

    /// <summary>The area up to a false positive rate, put on a scale on which 0.5 is chance and 1 is perfect (McClish, 1989).</summary>
    public static double PartialRoc(RankedScores ranked, double most)
    {
        var area = new PartialTrapezoids(ranked, most);
        ranked.Visit(ref area);
        double least = most * most / 2;
        return 0.5 * (1 + (area.Sum - least) / (most - least));
    }

    /// <summary>The precision at each threshold, each weighted by how much recall it adds.</summary>
    public static double Precision(RankedScores ranked)
    {
        var steps = default(Steps);
        ranked.Visit(ref steps);
        return steps.Sum / ranked.Positives;
    }

    private struct Trapezoids : IRankVisitor
    {
        private double _hits;
        private double _misses;

        public double Sum { get; private set; }

        public void Visit(double threshold, double hits, double misses)
        {
            Sum += (misses - _misses) * (hits + _hits);
            (_hits, _misses) = (hits, misses);
        }
    }

    private struct PartialTrapezoids(RankedScores ranked, double most) : IRankVisitor
    {
        private double _rate;
        private double _recall;

        public double Sum { get; private set; }

        public void Visit(double threshold, double hits, double misses)
        {
            if (_rate >= most)
                return;
            double rate = misses / ranked.Negatives, recall = hits / ranked.Positives;
            if (rate > most)
                (recall, rate) = (_recall + (recall - _recall) * (most - _rate) / (rate - _rate), most);
            Sum += (rate - _rate) * (recall + _recall) / 2;
            (_rate, _recall) = (rate, recall);
        }
    }

    private struct Steps : IRankVisitor
    {
        private double _hits;

        public double Sum { get; private set; }

        public void Visit(double threshold, double hits, double misses)
        {
            Sum += (hits - _hits) * (hits / (hits + misses));
            _hits = hits;
        }
    }
}
