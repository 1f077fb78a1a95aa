using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

/// <summary>Studies that end before they are done, and those who listen.</summary>
public sealed class StudyEndTests
{
    private static readonly Grid<Settings> Endless = Settings.Space.Ticks.Uniform(0, long.MaxValue);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void CancellationBeforeTheFirstTrial_GivesAnEmptyResult()
    {
        var result = new Study<Settings>(Endless).Minimize(_ => 0, new CancellationToken(canceled: true));

        Assert.Empty(result.Trials);
        Assert.Equal(StopReason.Cancelled, result.StopReason);
        Assert.Equal(
            "The search was cancelled before its first trial was finished, so there is no best one.",
            Assert.Throws<InvalidOperationException>(() => result.Best).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void CancellationMidway_ReturnsWhatIsDone(int threads)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var result = new Study<Settings>(Endless) { Threads = threads }.Minimize(settings =>
        {
            if (settings.Ticks == 20)
                source.Cancel();
            return settings.Ticks;
        }, source.Token);

        Assert.Equal(StopReason.Cancelled, result.StopReason);
        Assert.Contains(result.Trials, trial => trial.Index == 20);
        Assert.Equal(result.Trials[0], result.Best);
        if (threads == 1)
            Assert.Equal(21, result.Trials.Count);
    }

    [Fact]
    public void TrialBrokenOffByTheCancellation_IsNotATrial()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var result = new Study<Settings>(Endless) { Threads = 1 }.Minimize(settings =>
        {
            if (settings.Ticks == 3)
                source.Cancel();
            source.Token.ThrowIfCancellationRequested();
            return settings.Ticks;
        }, source.Token);

        Assert.Equal([0, 1, 2], result.Trials.Select(trial => trial.Score!.Value));
        Assert.Equal(StopReason.Cancelled, result.StopReason);
    }

    [Fact]
    public void CancellationOfSomethingElse_IsAFailure()
    {
        var result = new Study<Toy>(Toy.Space.Height.In(1)).Minimize(_ => throw new OperationCanceledException("a timeout of its own"), Cancellation);

        Assert.Equal("a timeout of its own", result.Trials.Single().Error!.Message);
    }

    [Fact]
    public void TimeBudget_ReturnsWhatIsDone()
    {
        var result = new Study<Settings>(Endless) { Budget = new() { Time = TimeSpan.FromMilliseconds(50) } }.Minimize(settings => settings.Ticks, Cancellation);

        Assert.Equal(StopReason.TimeBudget, result.StopReason);
        Assert.Equal(0, result.Best.Score);
    }

    [Fact]
    public void TimeBudgetOfNothing_StartsNothing()
    {
        var result = new Study<Settings>(Endless) { Budget = new() { Time = TimeSpan.Zero } }.Minimize(_ => 0, Cancellation);

        Assert.Equal(
            "The time budget ran out before the first trial was finished, so there is no best one. Allow more time.",
            Assert.Throws<InvalidOperationException>(() => result.Best).Message);
    }

    [Fact]
    public void TimeBudgetLongerThanAnyTimer_IsNone()
    {
        var result = new Study<Toy>(Toy.Space.Height.In(1)) { Budget = new() { Time = TimeSpan.MaxValue } }.Minimize(_ => 0, Cancellation);

        Assert.Equal(StopReason.Completed, result.StopReason);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Progress_IsMonotonicAndKnowsItsTotal(int threads)
    {
        var listener = new Listener();

        new Study<Toy>(Toy.Space.Height.Uniform(0, 9)) { Threads = threads, Progress = listener }.Minimize(toy => toy.Height == 4 ? double.NaN : 100 - toy.Height, Cancellation);

        Assert.Equal(Enumerable.Range(1, 10), listener.Reports.Select(report => report.Finished));
        Assert.All(listener.Reports, report => Assert.Equal(10, report.Total));
        Assert.Equal(listener.Reports.Select(report => report.Failed).Order(), listener.Reports.Select(report => report.Failed));
        Assert.Equal(listener.Reports.Select(report => report.Elapsed).Order(), listener.Reports.Select(report => report.Elapsed));
        Assert.Equal((1, 91.0), (listener.Reports[^1].Failed, listener.Reports[^1].BestScore));
    }

    [Fact]
    public void ProgressOfRandomDraws_HasTheIterationsOrTheSpaceAsItsTotal()
    {
        long? TotalOf(Space<Toy> space)
        {
            var listener = new Listener();
            new Study<Toy>(space) { Sampler = new RandomSampler { Count = 4 }, Progress = listener }.Minimize(_ => 0, Cancellation);
            return listener.Reports[0].Total;
        }

        Assert.Equal(4, TotalOf(Toy.Space.Height.Uniform(0, 9)));
        Assert.Equal(2, TotalOf(Toy.Space.Height.In(1, 2)));
        Assert.Equal(4, TotalOf(Toy.Space.Height.Uniform(0, 9).Where(_ => true)));
    }

    [Fact]
    public void ProgressOfACountlessGrid_HasNoTotal()
    {
        var listener = new Listener();

        new Study<Toy>(Toy.Space.Height.Uniform(0, 9).Where(_ => true)) { Progress = listener }.Minimize(_ => 0, Cancellation);

        Assert.Null(listener.Reports[0].Total);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void ListenerThatThrows_IsNamedAndToldNothingMore(int threads)
    {
        var (deaf, other) = (new Listener { Throws = true }, new Listener());

        var result = new Study<Toy>(Toy.Space.Height.Uniform(0, 9)) { Threads = threads, Progress = deaf, Observers = [new ProgressObserver<Toy>(other)] }.Minimize(_ => 0, Cancellation);

        Assert.Equal((10, StopReason.Completed), (result.Trials.Count, result.StopReason));
        Assert.Equal("deaf", Assert.IsType<FormatException>(Assert.Single(result.ObserverErrors).Error).Message);
        Assert.Equal((1, 10), (deaf.Reports.Count, other.Reports.Count));
    }

    private sealed class Listener : IProgress<StudyProgress>
    {
        public List<StudyProgress> Reports { get; } = [];

        public bool Throws { get; init; }

        public void Report(StudyProgress value)
        {
            Reports.Add(value);
            if (Throws)
                throw new FormatException("deaf");
        }
    }
}
