using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TypedTune;

/// <summary>The names under which studies and searches report to <c>System.Diagnostics</c>, and so to OpenTelemetry. They do not change.</summary>
/// <remarks>
/// The meter has the counter <c>typedtune.trials</c>, trials that were evaluated, with the tag <c>outcome</c> = <c>succeeded</c> or
/// <c>failed</c>, and the histogram <c>typedtune.trial.duration</c> in seconds. The activity source has an activity <c>study</c> around each
/// study, with the tags <c>typedtune.trials</c> and <c>typedtune.stop_reason</c>. TypedTune.Learning adds the counter <c>typedtune.fits</c> with the tags
/// <c>step</c> and <c>outcome</c> (also <c>cancelled</c>), the histogram <c>typedtune.fit.duration</c> in seconds with the tag <c>step</c>, and the
/// activities <c>search</c>, with the same tags as a study's and its study inside, and in that <c>fit</c>, with <c>typedtune.step</c> and <c>typedtune.fold</c>, and <c>refit</c>.
/// Where nobody listens they cost nothing that can be measured. What a listener throws is dropped, and studies and searches go on.
/// </remarks>
public static class TypedTuneDiagnostics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "TypedTune";

    /// <summary>The name of the activity source.</summary>
    public const string ActivitySourceName = "TypedTune";

    private static readonly KeyValuePair<string, object?> s_succeeded = new("outcome", "succeeded");
    private static readonly KeyValuePair<string, object?> s_failed = new("outcome", "failed");

    private static Meter Meter { get; } = new(MeterName);

    /// <summary>The source of a study's activities.</summary>
    internal static ActivitySource ActivitySource { get; } = new(ActivitySourceName);

    private static Counter<long> Trials { get; } = Meter.CreateCounter<long>("typedtune.trials", "{trial}", "Trials that were evaluated.");

    private static Histogram<double> TrialDuration { get; } = Meter.CreateHistogram<double>("typedtune.trial.duration", "s", "How long the evaluation of a trial took.");

    /// <summary>Whether somebody listens to what comes of trials.</summary>
    internal static bool IsHeard => Trials.Enabled || TrialDuration.Enabled;

    /// <summary>Tells of a trial that was evaluated. Runs code of listeners: call it under no lock.</summary>
    internal static void Record(bool succeeded, TimeSpan duration)
    {
        try
        {
            Trials.Add(1, succeeded ? s_succeeded : s_failed);
            TrialDuration.Record(duration.TotalSeconds);
        }
        catch (Exception)
        {
            // A listener threw, which is not to cost the trial.
        }
    }
}
