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
        var nodes = new List<FitNode>();
        var seen = new HashSet<FitNode>();
        foreach (var end in ends)
            nodes.AddRange(FitNode.Reachable(end).Where(seen.Add));
        using var scheduler = new WorkScheduler(threads);
        using var ending = cancellation.Register(scheduler.Wake);
        scheduler.Run(new FitGraph(nodes, new FitContext(scheduler, cancellation), new FitGraphOptions
        {
            NamesFolds = namesFolds,
            MemoryLimit = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2,
        }));
        cancellation.ThrowIfCancellationRequested();
        if (ends.FirstOrDefault(node => node.Error is not null) is { } failed)
            ExceptionDispatchInfo.Throw(failed.Error!);
    }

    /// <summary>Refuses rows that nothing can be learned from.</summary>
    public static void RequireRows<TData>(TData data)
        where TData : IDataset<TData>
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.RowCount == 0)
            throw new ArgumentException("There are no rows to learn from.", nameof(data));
        data.Targets.RequireComplete();
    }
}
