using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

public sealed class StudyProgressTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Pace_IsOfWhatWasEvaluatedAndRemainingIsAtThatPace()
    {
        var report = StudyProgress.Create(finished: 40, total: 100, failed: 3, best: 1.5, elapsed: Minute, evaluated: 30, left: null);

        Assert.Equal((40, 100L, 3, 1.5, Minute), (report.Finished, report.Total!.Value, report.Failed, report.BestScore!.Value, report.Elapsed));
        Assert.Equal(0.5, report.TrialsPerSecond);
        Assert.Equal(2 * Minute, report.Remaining);
    }

    [Fact]
    public void Remaining_IsNoLongerThanWhatTheBudgetLeaves()
    {
        Assert.Equal(Minute / 2, StudyProgress.Create(40, 100, 0, null, Minute, 30, Minute / 2).Remaining);
        Assert.Equal(2 * Minute, StudyProgress.Create(40, 100, 0, null, Minute, 30, 3 * Minute).Remaining);
        Assert.Equal(Minute, StudyProgress.Create(40, null, 0, null, Minute, 30, Minute).Remaining);
    }

    [Fact]
    public void WhatIsNotKnown_IsNull()
    {
        Assert.Null(StudyProgress.Create(40, null, 0, null, Minute, 30, null).Remaining);
        Assert.Null(StudyProgress.Create(40, 100, 0, null, Minute, 0, null).Remaining);
        Assert.Null(StudyProgress.Create(40, 100, 0, null, Minute, 0, null).TrialsPerSecond);
        Assert.Null(StudyProgress.Create(1, long.MaxValue, 0, null, Minute, 1, null).Remaining);
        Assert.Equal(TimeSpan.Zero, StudyProgress.Create(100, 100, 0, null, Minute, 10, null).Remaining);
    }

    [Fact]
    public void Total_IsNoMoreThanTheBudgetOfTrials()
    {
        Assert.All(Reports(new() { Trials = 6 }, Settings.Space.Ticks.Uniform(0, long.MaxValue)), report => Assert.Equal(6, report.Total));
        Assert.All(Reports(new() { Trials = 6 }, Settings.Space.Ticks.Uniform(0, long.MaxValue).Where(_ => true)), report => Assert.Equal(6, report.Total));
        Assert.All(Reports(new() { Trials = 600 }, Settings.Space.Ticks.Uniform(0, 9)), report => Assert.Equal(10, report.Total));
    }

    [Fact]
    public void KnownTrials_AreFinishedAndNotPartOfThePace()
    {
        var grid = Toy.Space.Height.Uniform(0, 9);
        var known = new Study<Toy>(grid).Minimize(toy => toy.Height, Cancellation).Trials;
        var listener = new Listener();

        new Study<Toy>(grid) { Progress = listener, KnownTrials = known }.Minimize(toy => toy.Height, Cancellation);

        Assert.Equal(Enumerable.Range(1, 10), listener.Reports.Select(report => report.Finished));
        Assert.All(listener.Reports, report => Assert.Null(report.TrialsPerSecond));
    }

    [Fact]
    public void ListenerThatCancelsOrPauses_HoldsNothingUp()
    {
        foreach (int threads in new[] { 1, 2, 8 })
        {
            using var source = new CancellationTokenSource();
            var control = new RunControl();
            int reports = 0;
            var listener = new Listener
            {
                Then = () =>
                {
                    control.Pause();
                    control.Continue();
                    if (++reports == 500)
                        source.Cancel();
                },
            };

            var result = new Study<Settings>(Settings.Space.Ticks.Uniform(0, long.MaxValue)) { Threads = threads, Progress = listener, Control = control }.Minimize(settings => settings.Ticks, source.Token);

            Assert.Equal(StopReason.Cancelled, result.StopReason);
            Assert.InRange(result.Trials.Count, 500, threads == 1 ? 501 : int.MaxValue);
        }
    }

    private static List<StudyProgress> Reports(Budget budget, Grid<Settings> grid)
    {
        var listener = new Listener();
        new Study<Settings>(grid) { Budget = budget, Progress = listener }.Minimize(settings => settings.Ticks, Cancellation);
        Assert.NotEmpty(listener.Reports);
        return listener.Reports;
    }

    private sealed class Listener : IProgress<StudyProgress>
    {
        public List<StudyProgress> Reports { get; } = [];

        public Action? Then { get; init; }

        public void Report(StudyProgress value)
        {
            Reports.Add(value);
            Then?.Invoke();
        }
    }
}
