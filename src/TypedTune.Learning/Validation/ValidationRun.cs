using System.Runtime.ExceptionServices;

namespace TypedTune.Learning;

/// <summary>Runs what was planned outside of a search.</summary>
internal static class ValidationRun
{
    /// <summary>Runs nodes and all that they need. What fails is thrown: the first of <paramref name="ends"/> that has no result, at any number of threads.</summary>
    /// <param name="ends">What is wanted, in the order of the folds.</param>
    /// <param name="namesFolds">Whether failures say in which fold they were.</param>
    /// <param name="threads">How many threads; null for one a processor.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static void Run(IReadOnlyList<FitNode> ends, bool namesFolds, int? threads, CancellationToken cancellation)
    {
        using var scheduler = new WorkScheduler(threads);
        using var ending = cancellation.Register(scheduler.Wake);
        scheduler.Run(new FitGraph(FitNode.Reachable(ends), new FitContext(scheduler, cancellation), new FitGraphOptions
        {
            NamesFolds = namesFolds,
            MemoryLimit = FitGraphOptions.DefaultMemoryLimit,
        }));
        cancellation.ThrowIfCancellationRequested();
        if (ends.FirstOrDefault(node => node.Error is not null) is { } failed)
            ExceptionDispatchInfo.Throw(failed.Error!);
    }
}
