namespace TypedTune;

/// <summary>Where a scheduler finds work. Every member is called under the scheduler's lock and must be quick.</summary>
public interface IWorkSource
{
    /// <summary>Whether everything has been taken and has ended.</summary>
    bool IsFinished { get; }

    /// <summary>Whether the thread that runs this source may help elsewhere while nothing of its own is ready.</summary>
    bool LendsCaller { get; }

    /// <summary>Takes a piece of work that is ready. The work itself never throws: it keeps its failure for the source.</summary>
    bool TryTake(out Action? work);
}
