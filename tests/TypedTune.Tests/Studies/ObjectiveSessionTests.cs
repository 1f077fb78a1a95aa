using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

/// <summary>Candidates are handed out together only while that holds nobody up.</summary>
public sealed class ObjectiveSessionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void SlowTrialsAfterThousandsOfFastOnes_AreSharedByTheThreads()
    {
        const int Fast = 20_000, Slow = 16;
        using var barrier = new Barrier(2);
        int together = 0;

        // By then batches are large, so that most of the slow ones come in one; each waits until another runs beside it.
        new Study<Settings>(Settings.Space.Ticks.Uniform(0, Fast + Slow - 1)) { Threads = 2 }.Minimize(settings =>
        {
            if (settings.Ticks >= Fast && barrier.SignalAndWait(TimeSpan.FromSeconds(20), Cancellation))
                Interlocked.Increment(ref together);
            return settings.Ticks;
        }, Cancellation);

        Assert.Equal(Slow, together);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void EveryCandidate_IsEvaluatedOnceAndTheResultIsInOrder(int threads)
    {
        const int Count = 30_000;
        int[] runs = new int[Count];

        var result = new Study<Settings>(Settings.Space.Ticks.Uniform(0, Count - 1)) { Threads = threads }.Maximize(settings =>
        {
            Interlocked.Increment(ref runs[settings.Ticks]);

            // Slow for a while, now and then, so that batches are left and shared.
            Thread.SpinWait(Seed.Of(settings.Ticks / 100).Derive(3).Value % 50 == 0 ? 2000 : 0);
            return settings.Ticks % 1000;
        }, Cancellation);

        Assert.All(runs, count => Assert.Equal(1, count));
        Assert.Equal(Enumerable.Range(0, Count).Select(i => (i, (long)i)), result.Trials.Select(trial => (trial.Index, trial.Configuration.Ticks)));
        Assert.Equal(999, result.Best.Index);
    }

    [Fact]
    public void ConditionThatIsSlow_HandsOutWhatItAdmitsSoon()
    {
        int admitted = 0, most = 0;
        var grid = Settings.Space.Ticks.Uniform(0, 60).Where(settings =>
        {
            Thread.Sleep(settings.Ticks % 10 == 0 ? 0 : 1);
            admitted++;
            return true;
        });

        var result = new Study<Settings>(grid) { Threads = 1 }.Minimize(settings =>
        {
            most = Math.Max(most, admitted - (int)settings.Ticks);
            return settings.Ticks;
        }, Cancellation);

        Assert.Equal(61, result.Trials.Count);
        Assert.InRange(most, 1, 10);
    }
}
