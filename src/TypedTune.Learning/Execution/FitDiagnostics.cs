using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TypedTune.Learning;

/// <summary>What fits report to <c>System.Diagnostics</c>; the names are in <see cref="TypedTuneDiagnostics"/>.</summary>
internal static class FitDiagnostics
{
    private static Counter<long> Fits { get; } = TypedTuneDiagnostics.Meter.CreateCounter<long>("typedtune.fits", "{fit}", "Fits that were made, retries included.");

    private static Histogram<double> Duration { get; } = TypedTuneDiagnostics.Meter.CreateHistogram<double>("typedtune.fit.duration", "s", "How long a fit and its application took.");

    /// <summary>Begins an activity around a fit, or gives null where nobody listens.</summary>
    /// <param name="node">The fit.</param>
    /// <param name="parent">The activity of the search, on whatever thread that is.</param>
    public static Activity? Start(FitNode node, ActivityContext parent)
    {
        if (node.Step is null || !TypedTuneDiagnostics.ActivitySource.HasListeners())
            return null;
        var activity = TypedTuneDiagnostics.ActivitySource.StartActivity("fit", ActivityKind.Internal, parent);
        activity?.SetTag("typedtune.step", node.Step);
        activity?.SetTag("typedtune.fold", node.Fold);
        return activity;
    }

    /// <summary>Tells how a fit ended.</summary>
    public static void End(FitNode node, Activity? activity, TimeSpan duration)
    {
        if (node.Error is not null)
            activity?.SetStatus(ActivityStatusCode.Error, node.Error.Message);
        if (node.Step is null || !(Fits.Enabled || Duration.Enabled))
            return;
        var step = new KeyValuePair<string, object?>("step", node.Step);
        Fits.Add(1, step, new KeyValuePair<string, object?>("outcome", node.Error is null ? "succeeded" : node.IsInterrupted ? "cancelled" : "failed"));
        Duration.Record(duration.TotalSeconds, step);
    }
}
