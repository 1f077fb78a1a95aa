namespace TypedTune.Learning;

/// <summary>Lists what is found above each threshold.</summary>
internal readonly struct ThresholdList : IRankVisitor
{
    /// <summary>Starts an empty list.</summary>
    public ThresholdList()
    {
    }

    /// <summary>The thresholds, descending, with the weight of the label's rows and of the others at and above.</summary>
    public List<(double Threshold, double Hits, double Misses)> Items { get; } = [];

    /// <summary>The thresholds of ranked rows.</summary>
    public static IReadOnlyList<(double Threshold, double Hits, double Misses)> From(RankedScores ranked)
    {
        var list = new ThresholdList();
        ranked.Visit(ref list);
        return list.Items;
    }

    public void Visit(double threshold, double hits, double misses) => Items.Add((threshold, hits, misses));
}
