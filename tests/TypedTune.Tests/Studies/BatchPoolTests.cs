using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

/// <summary>Candidates are handed out together only while that holds nobody up.</summary>
public sealed class BatchPoolTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void SlowTrialsAfterThousandsOfFastOnes_AreSharedByTheThreads()
    {
        const int Fast = 20_000, Slow = 16;
        using var barrier = new Barrier(2);
        int together = 0;

        // By then batches are large, so that most of the slow ones come in one; each waits until another runs beside it.
        Study.Minimize(Settings.Space.Ticks.Uniform(0, Fast + Slow - 1), settings =>
        {
            if (settings.Ticks >= Fast && barrier.SignalAndWait(TimeSpan.FromSeconds(20), Cancellation))
                Interlocked.Increment(ref together);
            return settings.Ticks;
        }, new StudyOptions { Threads = 2 }, cancellationToken: Cancellation);

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

        var result = Study.Maximize(Settings.Space.Ticks.Uniform(0, Count - 1), settings =>
        {
            Interlocked.Increment(ref runs[settings.Ticks]);

            // Slow for a while, now and then, so that batches are left and shared.
            Thread.SpinWait(Seed.Of(settings.Ticks / 100).Derive(3).Value % 50 == 0 ? 2000 : 0);
            return settings.Ticks % 1000;
        }, new StudyOptions { Threads = threads }, cancellationToken: Cancellation);

        Assert.All(runs, count => Assert.Equal(1, count));
        Assert.Equal(Enumerable.Range(0, Count).Select(i => (i, (long)i)), result.Trials.Select(trial => (trial.Index, trial.Configuration.Ticks)));
        Assert.Equal(999, result.Best.Index);
    }

    [Fact]
    public void BatchSize_GrowsWhileTrialsAreFastAndIsOneWhereTheyAreSlow()
    {
        var size = new BatchSize();
        Assert.Equal(1, size.Next);
        for (int i = 0; i < 20; i++)
            size.Tell(size.Next, 1);
        Assert.Equal(BatchSize.Largest, size.Next);

        size.Tell(1, BatchSize.Slice);
        Assert.Equal(1, size.Next);
        size.Tell(10, BatchSize.Slice / 2);
        Assert.Equal(2, size.Next);
        size.Tell(10, BatchSize.Slice / 2);
        size.Tell(10, BatchSize.Slice / 2);
        size.Tell(10, BatchSize.Slice / 2);
        Assert.Equal(10, size.Next);
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

        var result = Study.Minimize(grid, settings =>
        {
            most = Math.Max(most, admitted - (int)settings.Ticks);
            return settings.Ticks;
        }, new StudyOptions { Threads = 1 }, cancellationToken: Cancellation);

        Assert.Equal(61, result.Trials.Count);
        Assert.InRange(most, 1, 10);
    }
}
