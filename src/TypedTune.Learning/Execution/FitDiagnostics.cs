using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TypedTune.Learning;

/// <summary>Reports fits to <c>System.Diagnostics</c>, under the names in <see cref="TypedTuneDiagnostics"/>.</summary>
internal static class FitDiagnostics
{
    private static readonly Meter s_meter = new(TypedTuneDiagnostics.MeterName);

    private static Counter<long> Fits { get; } = s_meter.CreateCounter<long>("typedtune.fits", "{fit}", "Fits that were made, retries included.");

    private static Histogram<double> Duration { get; } = s_meter.CreateHistogram<double>("typedtune.fit.duration", "s", "How long a fit and its application took.");

    /// <summary>Begins an activity around a fit, if anybody listens.</summary>
    /// <param name="unit">The fit.</param>
    /// <param name="parent">The activity of the search, on whatever thread that is.</param>
    public static GuardedActivity Start(FitUnit unit, ActivityContext parent)
    {
        if (unit.Step is null)
            return default;
        var activity = new GuardedActivity("fit", parent);
        activity.Tag("typedtune.step", unit.Step);
        activity.Tag("typedtune.fold", unit.Task.Fold);
        return activity;
    }

    /// <summary>Records how a fit ended.</summary>
    public static void End(FitUnit unit, GuardedActivity activity, TimeSpan duration)
    {
        if (unit.Error is not null)
            activity.Fail(unit.Error);
        if (unit.Step is null || !(Fits.Enabled || Duration.Enabled))
            return;
        var step = new KeyValuePair<string, object?>("step", unit.Step);
        try
        {
            Fits.Add(1, step, new KeyValuePair<string, object?>("outcome", unit.Error is null ? "succeeded" : unit.IsInterrupted ? "cancelled" : "failed"));
            Duration.Record(duration.TotalSeconds, step);
        }
        catch (Exception)
        {
            // A listener threw, which is not to cost the fit.
        }
    }
}
