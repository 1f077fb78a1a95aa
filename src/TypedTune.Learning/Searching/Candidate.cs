namespace TypedTune.Learning;

/// <summary>A distinct configuration and the nodes that score it, one a fold.</summary>
internal sealed class Candidate<TSelf>(int index, TSelf configuration, int folds)
{
    private long _ticks;

    public int Index { get; } = index;

    public TSelf Configuration { get; } = configuration;

    /// <summary>How often the space holds the configuration.</summary>
    public int Occurrences { get; set; } = 1;

    public ScoreNode?[] Scores { get; } = new ScoreNode?[folds];

    /// <summary>The trial of an earlier run that holds its scores already.</summary>
    public SearchTrial<TSelf>? Known { get; init; }

    /// <summary>Why the configuration could not even be planned.</summary>
    public Exception? PlanningError { get; set; }

    /// <summary>How many folds are still to be scored.</summary>
    public int Remaining { get; set; } = folds;

    /// <summary>The time that its finished nodes took.</summary>
    public TimeSpan Used => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    /// <summary>Every node that it needs, each once.</summary>
    public IReadOnlyList<FitNode> Nodes => [.. Scores.OfType<ScoreNode>().SelectMany(FitNode.Reachable).Distinct()];

    /// <summary>The time of its fits, and that of applying and scoring, work shared with other candidates included.</summary>
    public (TimeSpan Fit, TimeSpan Score) Times()
    {
        var (fit, score) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var node in Nodes)
            (fit, score) = (fit + node.FitTime, score + node.ApplyTime);
        return (fit, score);
    }

    /// <summary>The trial of a candidate that was scored on every fold.</summary>
    public SearchTrial<TSelf> ToTrial(IReadOnlyList<IMetric<TSelf>> metrics)
    {
        var (fit, score) = Times();
        var scores = metrics.Select((metric, m) => new MetricScores(
            metric.Name,
            metric.Direction,
            new FoldScores([.. Scores.Select(node => node!.Scores[m])]),
            Scores.All(node => node!.TrainingScores is not null) ? new FoldScores([.. Scores.Select(node => node!.TrainingScores![m])]) : null));
        return new SearchTrial<TSelf>(Index, Configuration, Occurrences, [.. scores], null, fit, score);
    }

    /// <summary>Adds to <see cref="Used"/>; from any thread.</summary>
    public void Use(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
