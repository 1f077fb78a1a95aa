using System.Diagnostics;

namespace TypedTune.Learning;

/// <summary>Runs a unit once, and stores what it throws as the unit's error.</summary>
internal sealed class FitAttempt(FitSource source, InnerFolds folds, FitContext context, bool namesFolds, ActivityContext parent)
{
    /// <summary>Runs a unit.</summary>
    /// <param name="unit">The unit. Its result is set, or its error if it fails, and whether the end of the run broke it off.</param>
    /// <param name="allowance">How long it may take.</param>
    public void Run(FitUnit unit, TimeSpan? allowance)
    {
        long start = Stopwatch.GetTimestamp();
        using var activity = FitDiagnostics.Start(unit, parent);
        RunCaught(unit, allowance);
        FitDiagnostics.End(unit, activity, Stopwatch.GetElapsedTime(start));
    }

    private void RunCaught(FitUnit unit, TimeSpan? allowance)
    {
        using var timer = allowance is not null ? new StopSignal(context.CancellationToken) : null;
        try
        {
            RunTimed(unit, allowance, timer);
        }
        catch (Exception exception)
        {
            unit.Result = null;
            unit.IsInterrupted = context.CancellationToken.IsCancellationRequested && Cancellation.IsCause(exception);

            // What takes its predictions from another's fit is blamed for them by its own step.
            unit.Error = unit.Node.Step is not { } step || unit.IsInterrupted
                ? exception
                : new FitException(step, namesFolds ? unit.Task.Fold : null, unit.Node.Configuration, exception);
        }
    }

    private void RunTimed(FitUnit unit, TimeSpan? allowance, StopSignal? timer)
    {
        if (timer is null)
        {
            RunNode(unit, context);
            return;
        }

        if (allowance <= TimeSpan.Zero)
            throw TimedOut(unit);
        timer.RaiseAfter(allowance);
        long start = Stopwatch.GetTimestamp();
        try
        {
            RunNode(unit, new FitContext(context.Scheduler, timer.Token));
        }
        catch (Exception exception) when (Cancellation.IsCause(exception) && timer.IsRaisedAlone)
        {
            throw TimedOut(unit, exception);
        }

        if (Stopwatch.GetElapsedTime(start) > allowance)
            throw TimedOut(unit);
    }

    // A repetition adds to the times.
    private void RunNode(FitUnit unit, FitContext limited)
    {
        var run = new UnitRun(unit, source, folds, limited);
        try
        {
            unit.Result = unit.Node.Run(run);
        }
        finally
        {
            unit.FitTime += run.FitTime;
            unit.ApplyTime += run.ApplyTime;
        }
    }

    private static TimeoutException TimedOut(FitUnit unit, Exception? inner = null)
    {
        unit.IsOutOfTime = true;
        return new("the candidate's time is up. Raise CandidateTimeout, or leave such candidates out.", inner);
    }
}
