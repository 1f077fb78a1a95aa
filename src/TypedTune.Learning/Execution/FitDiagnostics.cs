using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TypedTune.Learning;

/// <summary>What fits report to <c>System.Diagnostics</c>; the names are in <see cref="TypedTuneDiagnostics"/>.</summary>
internal static class FitDiagnostics
{
    private static Counter<long> Fits { get; } = TypedTuneDiagnostics.Meter.CreateCounter<long>("typedtune.fits", "{fit}", "Fits that were made, retries included.");

    private static Histogram<double> Duration { get; } = TypedTuneDiagnostics.Meter.CreateHistogram<double>("typedtune.fit.duration", "s", "How long a fit and its application took.");

    /// <summary>Begins an activity around a fit, or gives null where nobody listens.</summary>
    /// <param name="unit">The fit.</param>
    /// <param name="parent">The activity of the search, on whatever thread that is.</param>
    public static Activity? Start(FitUnit unit, ActivityContext parent)
    {
        if (unit.Step is null || !TypedTuneDiagnostics.ActivitySource.HasListeners())
            return null;
        var activity = TypedTuneDiagnostics.ActivitySource.StartActivity("fit", ActivityKind.Internal, parent);
        activity?.SetTag("typedtune.step", unit.Step);
        activity?.SetTag("typedtune.fold", unit.Task.Fold);
        return activity;
    }

    /// <summary>Tells how a fit ended.</summary>
    public static void End(FitUnit unit, Activity? activity, TimeSpan duration)
    {
        if (unit.Error is not null)
            activity?.SetStatus(ActivityStatusCode.Error, unit.Error.Message);
        if (unit.Step is null || !(Fits.Enabled || Duration.Enabled))
            return;
        var step = new KeyValuePair<string, object?>("step", unit.Step);
        Fits.Add(1, step, new KeyValuePair<string, object?>("outcome", unit.Error is null ? "succeeded" : unit.IsInterrupted ? "cancelled" : "failed"));
        Duration.Record(duration.TotalSeconds, step);
    }
}
