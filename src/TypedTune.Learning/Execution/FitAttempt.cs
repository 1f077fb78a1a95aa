using System.Diagnostics;

namespace TypedTune.Learning;

/// <summary>Runs a node once, and keeps what it throws with it.</summary>
internal static class FitAttempt
{
    /// <summary>Runs a node.</summary>
    /// <param name="node">Its error is set where it fails, and whether the end of the run broke it off.</param>
    /// <param name="context">Threads and cancellation of the run.</param>
    /// <param name="allowance">How long it may take.</param>
    /// <param name="namesFold">Whether the failure says in which fold it was.</param>
    /// <param name="parent">The activity that the fit is part of.</param>
    public static void Run(FitNode node, FitContext context, TimeSpan? allowance, bool namesFold, ActivityContext parent)
    {
        long start = Stopwatch.GetTimestamp();
        using var activity = FitDiagnostics.Start(node, parent);
        Run(node, context, allowance, namesFold);
        FitDiagnostics.End(node, activity, Stopwatch.GetElapsedTime(start));
    }

    private static void Run(FitNode node, FitContext context, TimeSpan? allowance, bool namesFold)
    {
        using var timer = allowance is not null ? new StopSignal(context.CancellationToken) : null;
        try
        {
            RunTimed(node, context, allowance, timer);
        }
        catch (Exception exception)
        {
            node.IsInterrupted = context.CancellationToken.IsCancellationRequested && IsCancellation(exception);
            node.Error = node.BlamedStep is null || node.IsInterrupted
                ? exception
                : new FitException(node.BlamedStep, namesFold ? node.Fold : null, node.Configuration, exception);
        }
    }

    private static void RunTimed(FitNode node, FitContext context, TimeSpan? allowance, StopSignal? timer)
    {
        if (timer is null)
        {
            node.Run(context);
            return;
        }

        if (allowance <= TimeSpan.Zero)
            throw TimedOut();
        timer.RaiseAfter(allowance);
        long start = Stopwatch.GetTimestamp();
        try
        {
            node.Run(new FitContext(context.Scheduler, timer.Token));
        }
        catch (Exception exception) when (IsCancellation(exception) && timer.IsRaisedAlone)
        {
            throw TimedOut(exception);
        }

        if (Stopwatch.GetElapsedTime(start) > allowance)
            throw TimedOut();
    }

    private static TimeoutException TimedOut(Exception? inner = null) =>
        new("the candidate's time is up. Raise CandidateTimeout, or leave such candidates out.", inner);

    /// <summary>Whether an exception says that the work was broken off.</summary>
    public static bool IsCancellation(Exception exception) =>
        exception is OperationCanceledException || exception is AggregateException { InnerExceptions: var inner } && inner.All(IsCancellation);
}
