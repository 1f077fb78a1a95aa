namespace TypedTune;

/// <summary>Gives a <see cref="WorkScheduler"/> pieces of work, whenever there are any that are ready.</summary>
/// <remarks>Every member is called under the scheduler's lock, from any thread: it must be quick, and must not wait for a lock under which the scheduler is called.</remarks>
public interface IWorkSource
{
    /// <summary>Whether everything has been taken and has ended, so that <see cref="WorkScheduler.Run"/> returns.</summary>
    bool IsFinished { get; }

    /// <summary>Whether the thread that runs this source may help elsewhere while nothing of its own is ready.</summary>
    bool LendsCaller { get; }

    /// <summary>Takes a piece of work that is ready.</summary>
    /// <param name="work">What a thread is to run, once; null where nothing is ready. It must never throw: it keeps its failure for the source.</param>
    /// <returns>Whether anything was ready.</returns>
    bool TryTake(out Action? work);
}
