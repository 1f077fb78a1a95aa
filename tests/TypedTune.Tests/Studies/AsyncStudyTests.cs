using System.Collections.Concurrent;
using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

/// <summary>Objectives that wait without a thread.</summary>
public sealed class AsyncStudyTests
{
    private static readonly Grid<Toy> Ten = Toy.Space.Height.Uniform(0, 9);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)]
    public async Task AsManyAsThreads_RunAtOnceAndTheTrialsAreInOrder(int threads)
    {
        int running = 0, most = 0;
        var gate = new Lock();

        var result = await new Study<Toy>(Ten) { Threads = threads }.MinimizeAsync(async (toy, _, cancellation) =>
        {
            lock (gate)
                most = Math.Max(most, ++running);
            await Task.Delay(5 + toy.Height % 3, cancellation);
            lock (gate)
                running--;
            return 9 - toy.Height;
        }, Cancellation);

        Assert.Equal(Enumerable.Range(0, 10), result.Trials.Select(trial => trial.Configuration.Height));
        Assert.Equal((9, StopReason.Completed), (result.Best.Configuration.Height, result.StopReason));
        Assert.InRange(most, 1, Math.Min(10, threads));
    }

    [Fact]
    public async Task FailuresRetriesAndTimeLimits_AreThoseOfAnyObjective()
    {
        var attempts = new ConcurrentDictionary<int, int>();
        var study = new Study<Toy>(Ten) { OnFailure = FailurePolicy.Retry(1), TrialTimeout = TimeSpan.FromMilliseconds(200), Threads = 4 };

        var result = await study.MaximizeAsync(async (toy, _, cancellation) =>
        {
            int attempt = attempts.AddOrUpdate(toy.Height, 1, (_, count) => count + 1);
            await Task.Yield();
            if (toy.Height == 2 && attempt == 1)
                throw new FormatException("passes");
            if (toy.Height == 3)
                throw new FormatException("stays");
            if (toy.Height == 4)
                await Task.Delay(Timeout.Infinite, cancellation);
            return toy.Height == 5 ? double.NaN : toy.Height;
        }, Cancellation);

        Assert.Equal([3, 4, 5], result.Trials.Where(trial => !trial.Succeeded).Select(trial => trial.Index));
        Assert.Equal("stays", result.Trials[3].ErrorMessage);
        Assert.IsType<TimeoutException>(result.Trials[4].Error);
        Assert.Equal("The objective is not a number.", result.Trials[5].ErrorMessage);
        Assert.Equal((2, 2, 1), (attempts[2], attempts[3], attempts[4]));
    }

    [Fact]
    public async Task Cancellation_BreaksOffWhatWaitsAndReturnsWhatIsFinished()
    {
        using var source = new CancellationTokenSource();
        var study = new Study<Toy>(Ten) { Threads = 3 };

        var result = await study.MinimizeAsync(async (toy, _, cancellation) =>
        {
            if (toy.Height == 5)
                await source.CancelAsync();
            if (toy.Height >= 5)
                await Task.Delay(Timeout.Infinite, cancellation);
            return toy.Height;
        }, source.Token);

        Assert.Equal(StopReason.Cancelled, result.StopReason);
        Assert.Equal([0, 1, 2, 3, 4], result.Trials.Select(trial => trial.Index));
    }

    [Fact]
    public async Task SamplerThatLearns_ProposesTheSameAsForASynchronousObjective()
    {
        Study<Settings> Study() => new(Settings.Space.Share.Uniform(0, 1)) { Sampler = new HillClimber(), Budget = new() { Trials = 40 }, MaxPendingTrials = 4, Threads = 4 };

        var waited = await Study().MinimizeAsync(async (settings, _, cancellation) =>
        {
            await Task.Delay((int)(settings.Share * 10), cancellation);
            return Math.Abs(settings.Share - 0.6);
        }, Cancellation);

        Assert.Equal(
            Study().Minimize(settings => Math.Abs(settings.Share - 0.6), Cancellation).Trials.Select(trial => (trial.Configuration, trial.Score)),
            waited.Trials.Select(trial => (trial.Configuration, trial.Score)));
    }
}
