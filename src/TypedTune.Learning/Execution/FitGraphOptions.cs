namespace TypedTune.Learning;

/// <summary>How a graph of fits is run.</summary>
internal sealed record FitGraphOptions
{
    /// <summary>Nodes whose results the caller will read afterwards.</summary>
    public IReadOnlyCollection<FitNode> Kept { get; init; } = [];

    /// <summary>Whether failures say in which fold they were.</summary>
    public bool NamesFolds { get; init; }

    /// <summary>How often a node that failed is run again.</summary>
    public int Retries { get; init; }

    /// <summary>Half of what the process may use: what a run that is told no limit keeps to.</summary>
    public static long DefaultMemoryLimit => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;

    /// <summary>How many bytes of results are held at once; beyond it nothing is started that would add to them, except where nothing runs.</summary>
    public long MemoryLimit { get; init; } = long.MaxValue;

    /// <summary>How long a node may take; null for as long as it likes. Called once a node, from any thread.</summary>
    public Func<FitNode, TimeSpan?>? Allowance { get; init; }

    /// <summary>Called once a node, whether it succeeded or failed, from any thread; its result is still there.</summary>
    public Action<FitNode>? Ended { get; init; }

    /// <summary>Pauses the run.</summary>
    public RunControl? Control { get; init; }
}
