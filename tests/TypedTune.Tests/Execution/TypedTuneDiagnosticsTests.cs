using System.Diagnostics;
using System.Diagnostics.Metrics;
using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

/// <summary>What listeners of the process hear. Other tests' studies are told apart by their thread and by the parent activity.</summary>
public sealed class TypedTuneDiagnosticsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Trials_AreCountedByOutcomeAndTimed()
    {
        var counted = new List<(string Instrument, object Value, string Tags)>();
        int thread = Environment.CurrentManagedThreadId;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == TypedTuneDiagnostics.MeterName)
                    own.EnableMeasurementEvents(instrument);
            },
        };
        void Hear<TValue>(Instrument instrument, TValue value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
            where TValue : struct
        {
            if (Environment.CurrentManagedThreadId == thread)
                counted.Add(($"{instrument.Name} {instrument.Unit}", value, string.Join(",", tags.ToArray())));
        }

        listener.SetMeasurementEventCallback<long>(Hear);
        listener.SetMeasurementEventCallback<double>(Hear);
        listener.Start();

        var known = new Study<Toy>(Toy.Space.Height.In(1)) { Threads = 1 }.Minimize(toy => toy.Height, Cancellation).Trials;
        counted.Clear();
        var result = new Study<Toy>(Toy.Space.Height.Uniform(0, 4)) { Threads = 1, OnFailure = FailurePolicy.Retry(2), KnownTrials = known }.Minimize(toy => toy.Height == 3 ? double.NaN : toy.Height, Cancellation);

        var trials = counted.Where(heard => heard.Instrument == "typedtune.trials {trial}").ToArray();
        Assert.Equal(["[outcome, succeeded]", "[outcome, succeeded]", "[outcome, failed]", "[outcome, succeeded]"], trials.Select(heard => heard.Tags));
        Assert.All(trials, heard => Assert.Equal(1L, heard.Value));
        Assert.Equal(
            result.Trials.Where(trial => trial.Index != 1).Select(trial => trial.Duration.TotalSeconds),
            counted.Where(heard => heard.Instrument == "typedtune.trial.duration s").Select(heard => (double)heard.Value));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ListenersThatThrow_CostNoTrial(bool isAsynchronous)
    {
        using var mine = new Activity("mine").Start();
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == TypedTuneDiagnostics.MeterName)
                    own.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<long>((_, _, _, _) => ThrowIn(mine));
        meters.Start();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TypedTuneDiagnostics.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = _ => ThrowIn(mine),
            ActivityStopped = _ => ThrowIn(mine),
        };
        ActivitySource.AddActivityListener(activities);
        var study = new Study<Toy>(Toy.Space.Height.Uniform(0, 4)) { Threads = 2 };

        var result = isAsynchronous
            ? await study.MinimizeAsync((toy, _, _) => Task.FromResult<double>(toy.Height), Cancellation)
            : study.Minimize(toy => toy.Height, Cancellation);

        Assert.Equal((5, StopReason.Completed), (result.Trials.Count, result.StopReason));
    }

    // Other tests' studies run at the same time, and are let alone.
    private static void ThrowIn(Activity mine)
    {
        for (var activity = Activity.Current; activity is not null; activity = activity.Parent)
        {
            if (activity == mine)
                throw new FormatException("listener");
        }
    }

    [Fact]
    public void Study_IsAnActivityWithTheTrialsInside()
    {
        var stopped = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is TypedTuneDiagnostics.ActivitySourceName or "test",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (stopped)
                    stopped.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("test");
        using var outer = source.StartActivity("outer")!;

        new Study<Toy>(Toy.Space.Height.Uniform(0, 9)) { Threads = 4, Budget = new() { Trials = 7 } }.Minimize(toy =>
        {
            using var inner = source.StartActivity("inner");
            return toy.Height;
        }, Cancellation);
        Assert.Throws<ArgumentException>(() => new Study<Toy>(Toy.Space.Height.In(1).Where(_ => false)).Minimize(_ => 0, Cancellation));

        var studies = stopped.Where(activity => activity.ParentSpanId == outer.SpanId).ToArray();
        Assert.Equal(["study", "study"], studies.Select(activity => activity.OperationName));
        Assert.Equal((7, "TrialBudget"), (studies[0].GetTagItem("typedtune.trials"), studies[0].GetTagItem("typedtune.stop_reason")));
        Assert.Equal((ActivityStatusCode.Unset, ActivityStatusCode.Error), (studies[0].Status, studies[1].Status));
        Assert.Equal(7, stopped.Count(activity => activity.OperationName == "inner" && activity.ParentSpanId == studies[0].SpanId));
    }

    [Fact]
    public void Names_AreStable() => Assert.Equal(("TypedTune", "TypedTune"), (TypedTuneDiagnostics.MeterName, TypedTuneDiagnostics.ActivitySourceName));
}
