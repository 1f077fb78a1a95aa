using System.Collections.Concurrent;
using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

/// <summary>Retries, and trials that run out of time.</summary>
public sealed class StudyFailureTests
{
    private static readonly Grid<Toy> Ten = Toy.Space.Height.Uniform(0, 9);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> Threads => [1, 2, 8];

    [Theory]
    [MemberData(nameof(Threads))]
    public void Retry_GivesAPassingFailureItsSecondChance(int threads)
    {
        var attempts = new ConcurrentDictionary<int, int>();

        var result = new Study<Toy>(Ten) { Threads = threads, OnFailure = FailurePolicy.Retry(2) }.Minimize(toy => attempts.AddOrUpdate(toy.Height, 1, (_, count) => count + 1) <= toy.Height % 4 ? throw new FormatException("busy") : toy.Height, Cancellation);

        Assert.Equal([3, 7], result.Trials.Where(trial => !trial.Succeeded).Select(trial => trial.Index));
        Assert.Equal("busy", result.Trials[3].Error!.Message);
        Assert.Equal([1, 2, 3, 3, 1, 2, 3, 3, 1, 2], Enumerable.Range(0, 10).Select(height => attempts[height]));
        Assert.Equal(StopReason.Completed, result.StopReason);
    }

    [Fact]
    public void NotANumber_IsRetriedToo()
    {
        int calls = 0;

        var result = new Study<Toy>(Toy.Space.Height.In(1)) { OnFailure = FailurePolicy.Retry(1) }.Minimize(_ => ++calls == 1 ? double.NaN : 5, Cancellation);

        Assert.Equal((2, 5), (calls, result.Best.Score));
    }

    [Fact]
    public void RetryThenStop_StopsAfterTheLastAttempt()
    {
        int calls = 0;

        var result = new Study<Toy>(Ten) { Threads = 1, OnFailure = FailurePolicy.Retry(3).ThenStop() }.Minimize(toy =>
        {
            calls++;
            return toy.Height == 2 ? throw new FormatException("two") : 0;
        }, Cancellation);

        Assert.Equal((3, 6, StopReason.Failure), (result.Trials.Count, calls, result.StopReason));
    }

    [Fact]
    public void CancellationBeforeARetry_LeavesTheTrialOut()
    {
        using var source = new CancellationTokenSource();

        var result = new Study<Toy>(Ten) { Threads = 1, OnFailure = FailurePolicy.Retry(1) }.Minimize(toy =>
        {
            if (toy.Height != 2)
                return 0;
            source.Cancel();
            throw new FormatException("two");
        }, source.Token);

        Assert.Equal((2, StopReason.Cancelled), (result.Trials.Count, result.StopReason));
    }

    [Theory]
    [MemberData(nameof(Threads))]
    public void TrialOutOfTime_FailsAndIsNotRetried(int threads)
    {
        int late = 0;

        var result = new Study<Toy>(Ten) { Threads = threads, OnFailure = FailurePolicy.Retry(5), TrialTimeout = TimeSpan.FromMilliseconds(100) }.Minimize((toy, token) =>
        {
            if (toy.Height is not (3 or 4))
                return toy.Height;
            Interlocked.Increment(ref late);
            token.WaitHandle.WaitOne();
            throw new IOException("the connection was closed");
        }, Cancellation);

        var error = Assert.IsType<TimeoutException>(result.Trials[3].Error);
        Assert.Equal("The trial was ended after its time limit of 00:00:00.1000000. Allow more time in Study.TrialTimeout.", error.Message);
        Assert.IsType<IOException>(error.InnerException);
        Assert.Equal((2, 2, StopReason.Completed), (late, result.Trials.Count(trial => trial.Error is TimeoutException), result.StopReason));
    }

    [Fact]
    public void TimeLimit_StartsAnewWithEachTrialAndEachAttempt()
    {
        var tokens = new List<bool>();

        var result = new Study<Toy>(Ten) { Threads = 1, TrialTimeout = TimeSpan.FromMilliseconds(50) }.Minimize((toy, token) =>
        {
            tokens.Add(token.IsCancellationRequested);
            if (toy.Height == 1)
                token.WaitHandle.WaitOne();
            token.ThrowIfCancellationRequested();
            return toy.Height;
        }, Cancellation);

        Assert.Equal([1], result.Trials.Where(trial => !trial.Succeeded).Select(trial => trial.Index));
        Assert.DoesNotContain(true, tokens);
    }

    [Fact]
    public void ObjectiveThatDoesNotLookAtItsToken_CountsHoweverLate()
    {
        var result = new Study<Toy>(Toy.Space.Height.In(1)) { TrialTimeout = TimeSpan.FromMilliseconds(10) }.Minimize((_, token) =>
        {
            token.WaitHandle.WaitOne();
            return 7;
        }, Cancellation);

        Assert.Equal(7, result.Best.Score);
    }

    [Theory]
    [MemberData(nameof(Threads))]
    public void Cancellation_BreaksOffWhatLooksAtItsTokenAndIsNoTrial(int threads)
    {
        using var source = new CancellationTokenSource();
        int started = 0;

        var result = new Study<Settings>(Settings.Space.Ticks.Uniform(0, 1_000_000)) { Threads = threads, TrialTimeout = TimeSpan.FromDays(60) }.Minimize((_, token) =>
        {
            if (Interlocked.Increment(ref started) == threads)
                source.Cancel();
            token.WaitHandle.WaitOne();
            throw new AggregateException(new OperationCanceledException(token));
        }, source.Token);

        Assert.Empty(result.Trials);
        Assert.Equal((threads, StopReason.Cancelled), (started, result.StopReason));
    }

    [Fact]
    public void TimeLimit_NeedsAnObjectiveWithATokenAndSomeTime()
    {
        Assert.StartsWith(
            "TrialTimeout is 00:00:01, but the objective takes no token by which it could be ended. Give an objective of the configuration and a CancellationToken.",
            Assert.Throws<ArgumentException>(() => new Study<Toy>(Ten) { TrialTimeout = TimeSpan.FromSeconds(1) }.Minimize(_ => 0, Cancellation)).Message);
        Assert.StartsWith(
            "The time limit of a trial must be above 0, but is 00:00:00. Leave it null for none.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new Study<Toy>(Ten) { TrialTimeout = TimeSpan.Zero }).Message);
    }
}
