using System.Runtime.ExceptionServices;

namespace TypedTune.Learning;

/// <summary>Runs nodes of a plan to the end, outside of a search.</summary>
internal static class WholeRun
{
    /// <summary>Runs nodes on folds and everything that they need. It throws the failure of the first of <paramref name="wanted"/> that failed, the same one at any number of threads.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="source">All rows.</param>
    /// <param name="wanted">The nodes and folds, in the order in which they should run.</param>
    /// <param name="context">Threads and cancellation.</param>
    /// <param name="namesFolds">Whether failures say in which fold they were.</param>
    /// <returns>A unit for each of <paramref name="wanted"/>, with its result.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<FitUnit> Run(FitPlan plan, FitSource source, IEnumerable<(PlanNode Node, FitTask Task)> wanted, FitContext context, bool namesFolds)
    {
        using var ending = context.CancellationToken.UnsafeRegister(static scheduler => ((WorkScheduler)scheduler!).Wake(), context.Scheduler);
        var run = new FitRun(source, context, new FitRunOptions { NamesFolds = namesFolds, MemoryLimit = FitRunOptions.DefaultMemoryLimit });
        var units = run.Add(plan, wanted, keeps: true);
        context.Scheduler.Run(run);
        context.CancellationToken.ThrowIfCancellationRequested();

        // The first part that failed, and not whichever of several was there first.
        if (units.FirstOrDefault(unit => unit.Error is not null) is { } failed)
            ExceptionDispatchInfo.Throw(FitUnit.Reachable(failed).First(part => part.Error is not null).Error!);
        return units;
    }

    /// <summary>Runs nodes on folds as the other overload does, on threads of its own.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="source">All rows.</param>
    /// <param name="wanted">The nodes and folds, in the order in which they should run.</param>
    /// <param name="namesFolds">Whether failures say in which fold they were.</param>
    /// <param name="threads">How many; null for one a processor.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>A unit for each of <paramref name="wanted"/>, with its result.</returns>
    public static IReadOnlyList<FitUnit> Run(FitPlan plan, FitSource source, IEnumerable<(PlanNode Node, FitTask Task)> wanted, bool namesFolds, int? threads, CancellationToken cancellation)
    {
        using var scheduler = new WorkScheduler(threads);
        return Run(plan, source, wanted, new FitContext(scheduler, cancellation), namesFolds);
    }
}
