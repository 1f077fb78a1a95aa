using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TypedTune.Learning.Tests.Searching;

/// <summary>What a search tells whoever listens: metrics and activities under stable names. Other tests run beside these, so that only what is this search's own is looked at.</summary>
public sealed class SearchDiagnosticsTests
{
    private static readonly Table<FaultyRow> s_rows = FaultyRow.Many();

    [Fact]
    public void Metrics_CountFitsByStepAndOutcome()
    {
        var fits = new ConcurrentBag<(string? Step, string? Outcome, int Thread)>();
        var durations = new ConcurrentBag<double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name == TypedTuneDiagnostics.MeterName && instrument.Name is "typedtune.fits" or "typedtune.fit.duration")
                own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => fits.Add((Tag(tags, "step"), Tag(tags, "outcome"), Environment.CurrentManagedThreadId)));
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => durations.Add(value));
        listener.Start();

        // One thread, the caller's own, tells this search's fits from others'.
        _ = Search().Fit(s_rows, cancellationToken: TestContext.Current.CancellationToken);

        var own = fits.Where(fit => fit.Thread == Environment.CurrentManagedThreadId).ToArray();
        Assert.Equal(3, own.Count(fit => fit == ("Features.Left.First", "succeeded", Environment.CurrentManagedThreadId)));
        Assert.Equal(1, own.Count(fit => fit is { Step: "Middle", Outcome: "failed" }));
        Assert.Equal(5, own.Count(fit => fit is { Step: "Middle", Outcome: "succeeded" }));
        Assert.All(durations, duration => Assert.True(duration >= 0));
        Assert.True(durations.Count >= own.Length);
    }

    [Fact]
    public void Activities_ShowTheSearchAndItsFits()
    {
        var stopped = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TypedTuneDiagnostics.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = stopped.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using var root = new Activity("test").Start();

        _ = (Search() with { Threads = 2 }).Fit(s_rows, cancellationToken: TestContext.Current.CancellationToken);

        var own = stopped.Where(activity => activity.TraceId == root.TraceId).ToArray();
        var search = Assert.Single(own, activity => activity.OperationName == "search");
        Assert.Equal(2, search.GetTagItem("typedtune.trials"));
        Assert.Equal("Completed", search.GetTagItem("typedtune.stop_reason"));
        var study = Assert.Single(own, activity => activity.OperationName == "study" && activity.ParentSpanId == search.SpanId);
        var fits = own.Where(activity => activity.OperationName == "fit" && activity.ParentSpanId == study.SpanId).ToArray();
        Assert.Equal(3, fits.Count(fit => (string?)fit.GetTagItem("typedtune.step") == "Features.Right"));
        var failed = Assert.Single(fits, fit => fit.Status == ActivityStatusCode.Error);
        Assert.Equal(("Middle", 1), (failed.GetTagItem("typedtune.step"), failed.GetTagItem("typedtune.fold")));
        Assert.Equal("Middle failed in fold 1: it broke", failed.StatusDescription);
    }

    private static GridSearch<FaultyModel> Search() => new(FaultyModel.Candidates("Middle", null, (FaultPlan.None, 1), (new FaultPlan(Fault.Throw, 1), 2)))
    {
        Evaluation = new KFold(3),
        Scoring = Metric.RootMeanSquaredError,
        Threads = 1,
        Refit = false,
    };

    private static string? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == name)
                return (string?)tag.Value;
        }

        return null;
    }
}
