namespace TypedTune.Learning;

/// <summary>A node of a plan on one fold: it is computed once, and holds its result or its error. Only its run writes to it, under the run's lock.</summary>
internal sealed class FitUnit
{
    private readonly IReadOnlyList<FitUnit> _inputs;

    /// <summary>Creates a unit.</summary>
    /// <param name="node">The node that is computed.</param>
    /// <param name="task">The fold that it is computed on.</param>
    /// <param name="sharedFit">The fit that its predictions are taken from; null where it fits by itself.</param>
    /// <param name="inputs">The units whose results it needs, each once.</param>
    public FitUnit(PlanNode node, FitTask task, SubmodelsNode? sharedFit, IReadOnlyList<FitUnit> inputs)
    {
        Node = node;
        Task = task;
        SharedFit = sharedFit;
        _inputs = inputs;
    }

    public PlanNode Node { get; }

    /// <summary>The fold; a unit that sees no target has any one of the folds with the same rows.</summary>
    public FitTask Task { get; }

    public SubmodelsNode? SharedFit { get; }

    public IReadOnlyList<FitUnit> Inputs => _inputs;

    /// <summary>The step that is fitted here, or null where nothing is fitted.</summary>
    public string? Step => SharedFit is null ? Node.Step : null;

    /// <summary>The result of the unit; null before it has run, after it failed, and once nothing needs it any more.</summary>
    public object? Result { get; set; }

    /// <summary>The exception that the node or one of its inputs threw; null if none did.</summary>
    public Exception? Error { get; set; }

    /// <summary>Whether the end of the run broke the unit off, so that its error is not its own.</summary>
    public bool IsInterrupted { get; set; }

    /// <summary>Whether a thread has taken it, or it is known to fail by its inputs.</summary>
    public bool HasStarted { get; set; }

    /// <summary>Whether its candidate's time was up.</summary>
    public bool IsOutOfTime { get; set; }

    public bool HasEnded { get; set; }

    public TimeSpan FitTime { get; set; }

    public TimeSpan ApplyTime { get; set; }

    /// <summary>The time of both.</summary>
    public TimeSpan Duration => FitTime + ApplyTime;

    /// <summary>Its place in the order of the work.</summary>
    public int Order { get; set; }

    /// <summary>How many inputs have not ended.</summary>
    public int Missing { get; set; }

    /// <summary>How many units that have not ended need its result.</summary>
    public int Needed { get; set; }

    /// <summary>Whether its result stays when nothing needs it any more.</summary>
    public bool IsKept { get; set; }

    /// <summary>How many bytes its result is expected to hold.</summary>
    public long EstimatedBytes { get; init; }

    /// <summary>How many bytes its result holds.</summary>
    public long Held { get; set; }

    /// <summary>The units that wait for this one.</summary>
    public List<FitUnit> Dependents { get; } = [];

    /// <summary>Lists units and everything that they need, each once and inputs first: all that the first unit needs, then all else that the second needs, and so on.</summary>
    public static IReadOnlyList<FitUnit> Reachable(params IEnumerable<FitUnit> units)
    {
        var seen = new HashSet<FitUnit>();
        var ordered = new List<FitUnit>();
        foreach (var unit in units)
            AddReachable(unit, seen, ordered);
        return ordered;
    }

    /// <summary>The time of the units' fits, and that of applying and scoring.</summary>
    public static (TimeSpan Fit, TimeSpan Score) Times(IEnumerable<FitUnit> units)
    {
        var (fit, score) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var unit in units)
            (fit, score) = (fit + unit.FitTime, score + unit.ApplyTime);
        return (fit, score);
    }

    private static void AddReachable(FitUnit unit, HashSet<FitUnit> seen, List<FitUnit> ordered)
    {
        if (!seen.Add(unit))
            return;
        foreach (var input in unit._inputs)
            AddReachable(input, seen, ordered);
        ordered.Add(unit);
    }
}
