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

    /// <summary>Every node that it needs, each once, inputs first; not to be asked for before the plan is complete.</summary>
    public IReadOnlyList<FitNode> Nodes => field ??= FitNode.Reachable(Scores.OfType<ScoreNode>());

    /// <summary>The trial of a candidate that was scored on every fold.</summary>
    public SearchTrial<TSelf> ToTrial(IReadOnlyList<IMetric<TSelf>> metrics)
    {
        var (fit, score) = FitNode.Times(Nodes);
        var scores = metrics.Select((metric, m) => ScoreNode.Summary(Scores!, metric, m));
        return new SearchTrial<TSelf>(Index, Configuration, Occurrences, [.. scores], null, fit, score);
    }

    /// <summary>Adds to <see cref="Used"/>; from any thread.</summary>
    public void Use(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
