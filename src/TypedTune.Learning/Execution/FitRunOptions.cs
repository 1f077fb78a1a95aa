namespace TypedTune.Learning;

/// <summary>Settings of a run of a plan.</summary>
internal sealed record FitRunOptions
{
    /// <summary>The limit of memory of a run that is given none: half of what the process may use.</summary>
    public static long DefaultMemoryLimit => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;

    /// <summary>Whether failures say in which fold they were.</summary>
    public bool NamesFolds { get; init; }

    /// <summary>How often a unit that failed is run again.</summary>
    public int Retries { get; init; }

    /// <summary>How many bytes of results are held at once; beyond it nothing is started that would add to them, except where nothing runs.</summary>
    public long MemoryLimit { get; init; } = long.MaxValue;

    /// <summary>
    /// Whether data that nothing needs any more is held, as far as the limit of memory allows, for units that may be added later. Predictions and models never are.
    /// </summary>
    public bool HoldsData { get; init; }

    /// <summary>How long a unit may take; null for as long as it likes. Called once a unit, from any thread.</summary>
    public Func<FitUnit, TimeSpan?>? Allowance { get; init; }

    /// <summary>Called once a unit, whether it succeeded or failed, from any thread and under no lock of the run; its result is still there, and those of its inputs.</summary>
    public Action<FitUnit>? Ended { get; init; }

    /// <summary>Pauses the run.</summary>
    public RunControl? Control { get; init; }
}
