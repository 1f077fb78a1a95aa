using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

/// <summary>Pauses, and what ends them.</summary>
public sealed class RunControlTests
{
    private static readonly Grid<Settings> Endless = Settings.Space.Ticks.Uniform(0, long.MaxValue);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> Threads => [1, 2, 8];

    [Theory]
    [MemberData(nameof(Threads))]
    public async Task Pause_StartsNothingNewUntilContinued(int threads)
    {
        var control = new RunControl();
        using var reached = new ManualResetEventSlim();
        int started = 0;
        var study = Task.Run(() => new Study<Settings>(Settings.Space.Ticks.Uniform(0, 99_999)) { Threads = threads, Control = control }.Minimize(settings =>
        {
            if (Interlocked.Increment(ref started) == 1000)
            {
                control.Pause();
                reached.Set();
            }

            return settings.Ticks;
        }, Cancellation), Cancellation);
        reached.Wait(Cancellation);
        int before = await Settled(() => Volatile.Read(ref started));

        await Task.Delay(20, Cancellation);
        Assert.True(control.IsPaused);
        Assert.False(study.IsCompleted);
        Assert.Equal(before, Volatile.Read(ref started));
        control.Continue();

        var result = await study;
        Assert.InRange(before, 1000, 1000 + threads);
        Assert.Equal(100_000, result.Trials.Count);
        Assert.Equal(StopReason.Completed, result.StopReason);
    }

    [Theory]
    [MemberData(nameof(Threads))]
    public async Task CancellationDuringAPause_Returns(int threads)
    {
        var control = new RunControl();
        using var source = new CancellationTokenSource();
        using var reached = new ManualResetEventSlim();
        var study = Task.Run(() => new Study<Settings>(Endless) { Threads = threads, Control = control }.Minimize(settings =>
        {
            if (settings.Ticks == 100)
            {
                control.Pause();
                reached.Set();
            }

            return settings.Ticks;
        }, source.Token), Cancellation);
        reached.Wait(Cancellation);
        await Task.Delay(10, Cancellation);

        await source.CancelAsync();
        var result = await study;

        Assert.Equal(StopReason.Cancelled, result.StopReason);
        Assert.Contains(result.Trials, trial => trial.Index == 100);
        Assert.True(control.IsPaused);
    }

    [Fact]
    public async Task PauseBeforeTheStart_StartsNothing()
    {
        var control = new RunControl();
        control.Pause();
        int started = 0;
        var study = Task.Run(() => new Study<Toy>(Toy.Space.Height.Uniform(0, 9)) { Control = control }.Minimize(_ => Interlocked.Increment(ref started), Cancellation), Cancellation);

        await Task.Delay(50, Cancellation);
        Assert.Equal(0, Volatile.Read(ref started));
        control.Continue();

        Assert.Equal(10, (await study).Trials.Count);
    }

    [Fact]
    public async Task TimeOfAPause_DoesNotCount()
    {
        var control = new RunControl();
        control.Pause();
        var study = Task.Run(() => new Study<Toy>(Toy.Space.Height.Uniform(0, 9)) { Budget = new() { Time = TimeSpan.FromSeconds(2) }, Control = control }.Minimize(toy => toy.Height, Cancellation), Cancellation);

        await Task.Delay(TimeSpan.FromSeconds(3), Cancellation);
        control.Continue();
        var result = await study;

        Assert.Equal(StopReason.Completed, result.StopReason);
        Assert.True(result.Duration < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task TimeAfterAPause_RunsOut()
    {
        var control = new RunControl();
        control.Pause();
        var study = Task.Run(() => new Study<Settings>(Endless) { Budget = new() { Time = TimeSpan.FromMilliseconds(50) }, Control = control }.Minimize(toy => toy.Ticks, Cancellation), Cancellation);

        await Task.Delay(100, Cancellation);
        Assert.False(study.IsCompleted);
        control.Continue();

        Assert.Equal(StopReason.TimeBudget, (await study).StopReason);
    }

    [Fact]
    public async Task OneControl_ServesSeveralStudiesAndOutlivesThem()
    {
        var control = new RunControl();
        control.Pause();
        var studies = Enumerable.Range(0, 3).Select(_ => Task.Run(() => new Study<Toy>(Toy.Space.Height.Uniform(0, 9)) { Control = control }.Minimize(toy => toy.Height, Cancellation), Cancellation)).ToArray();
        await Task.Delay(20, Cancellation);

        control.Continue();
        await Task.WhenAll(studies);
        control.Pause();
        control.Continue();

        Assert.All(studies, study => Assert.Equal(10, study.Result.Trials.Count));
    }

    // A wakeup that is lost hangs one of these runs; the test then runs into the time limit below, which is far beyond what it takes.
    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Threads))]
    public Task ThousandsOfPausesAndCancellations_LoseNoWakeup(int threads) => Task.Run(() =>
    {
        const int Runs = 400;
        long trials = 0;
        int pauses = 0, cancelled = 0;
        for (int run = 0; run < Runs; run++)
        {
            var control = new RunControl();
            using var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            var random = Seed.Of(threads).Derive(run).Stream();
            bool isCancelled = random.NextBelow(2) == 0;
            int switches = 1 + random.NextBelow(20);
            var driver = new Thread(() =>
            {
                for (int i = 0; i < switches; i++)
                {
                    control.Pause();
                    pauses++;
                    Thread.SpinWait(random.NextBelow(2000));
                    if (i == switches - 1 && isCancelled)
                        break;
                    control.Continue();
                    Thread.SpinWait(random.NextBelow(2000));
                }

                if (isCancelled)
                    source.Cancel();
            });
            driver.Start();
            var result = new Study<Settings>(isCancelled ? Endless : Settings.Space.Ticks.Uniform(0, 2000)) { Threads = threads, Control = control }.Minimize(settings => settings.Ticks, source.Token);
            driver.Join();
            trials += result.Trials.Count;
            cancelled += result.StopReason == StopReason.Cancelled ? 1 : 0;
            Assert.Equal(isCancelled ? StopReason.Cancelled : StopReason.Completed, result.StopReason);
            Assert.All(result.Trials, trial => Assert.Equal(trial.Index, trial.Configuration.Ticks));
            if (!isCancelled)
                Assert.Equal(2001, result.Trials.Count);
        }

        Assert.True(pauses > 3000, $"Only {pauses} pauses were made.");
        Assert.InRange(cancelled, Runs / 4, 3 * Runs / 4);
        Assert.True(trials > Runs);
    }, TestContext.Current.CancellationToken);

    private static async Task<int> Settled(Func<int> read)
    {
        for (int last = read(); ; last = read())
        {
            await Task.Delay(20, Cancellation);
            if (read() == last)
                return last;
        }
    }
}
