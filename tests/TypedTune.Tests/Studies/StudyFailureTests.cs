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

        var result = Study.Minimize(Ten, toy => attempts.AddOrUpdate(toy.Height, 1, (_, count) => count + 1) <= toy.Height % 4 ? throw new FormatException("busy") : toy.Height, new StudyOptions { Threads = threads, OnFailure = FailurePolicy.Retry(2) }, cancellationToken: Cancellation);

        Assert.Equal([3, 7], result.Trials.Where(trial => !trial.Succeeded).Select(trial => trial.Index));
        Assert.Equal("busy", result.Trials[3].Error!.Message);
        Assert.Equal([1, 2, 3, 3, 1, 2, 3, 3, 1, 2], Enumerable.Range(0, 10).Select(height => attempts[height]));
        Assert.Equal(StopReason.Completed, result.StopReason);
    }

    [Fact]
    public void NotANumber_IsRetriedToo()
    {
        int calls = 0;

        var result = Study.Minimize(Toy.Space.Height.In(1), _ => ++calls == 1 ? double.NaN : 5, new StudyOptions { OnFailure = FailurePolicy.Retry(1) }, cancellationToken: Cancellation);

        Assert.Equal((2, 5), (calls, result.Best.Score));
    }

    [Fact]
    public void RetryThenStop_StopsAfterTheLastAttempt()
    {
        int calls = 0;

        var result = Study.Minimize(Ten, toy =>
        {
            calls++;
            return toy.Height == 2 ? throw new FormatException("two") : 0;
        }, new StudyOptions { Threads = 1, OnFailure = FailurePolicy.Retry(3).ThenStop() }, cancellationToken: Cancellation);

        Assert.Equal((3, 6, StopReason.Failure), (result.Trials.Count, calls, result.StopReason));
    }

    [Fact]
    public void CancellationBeforeARetry_LeavesTheTrialOut()
    {
        using var source = new CancellationTokenSource();

        var result = Study.Minimize(Ten, toy =>
        {
            if (toy.Height != 2)
                return 0;
            source.Cancel();
            throw new FormatException("two");
        }, new StudyOptions { Threads = 1, OnFailure = FailurePolicy.Retry(1) }, cancellationToken: source.Token);

        Assert.Equal((2, StopReason.Cancelled), (result.Trials.Count, result.StopReason));
    }

    [Theory]
    [MemberData(nameof(Threads))]
    public void TrialOutOfTime_FailsAndIsNotRetried(int threads)
    {
        int late = 0;
        var options = new StudyOptions { Threads = threads, OnFailure = FailurePolicy.Retry(5), TrialTimeout = TimeSpan.FromMilliseconds(100) };

        var result = Study.Minimize(Ten, (toy, token) =>
        {
            if (toy.Height is not (3 or 4))
                return toy.Height;
            Interlocked.Increment(ref late);
            token.WaitHandle.WaitOne();
            throw new IOException("the connection was closed");
        }, options, cancellationToken: Cancellation);

        var error = Assert.IsType<TimeoutException>(result.Trials[3].Error);
        Assert.Equal("The trial was ended after its time limit of 00:00:00.1000000. Allow more time in StudyOptions.TrialTimeout.", error.Message);
        Assert.IsType<IOException>(error.InnerException);
        Assert.Equal((2, 2, StopReason.Completed), (late, result.Trials.Count(trial => trial.Error is TimeoutException), result.StopReason));
    }

    [Fact]
    public void TimeLimit_StartsAnewWithEachTrialAndEachAttempt()
    {
        var tokens = new List<bool>();

        var result = Study.Minimize(Ten, (toy, token) =>
        {
            tokens.Add(token.IsCancellationRequested);
            if (toy.Height == 1)
                token.WaitHandle.WaitOne();
            token.ThrowIfCancellationRequested();
            return toy.Height;
        }, new StudyOptions { Threads = 1, TrialTimeout = TimeSpan.FromMilliseconds(50) }, cancellationToken: Cancellation);

        Assert.Equal([1], result.Trials.Where(trial => !trial.Succeeded).Select(trial => trial.Index));
        Assert.DoesNotContain(true, tokens);
    }

    [Fact]
    public void ObjectiveThatDoesNotLookAtItsToken_CountsHoweverLate()
    {
        var result = Study.Minimize(Toy.Space.Height.In(1), (_, token) =>
        {
            token.WaitHandle.WaitOne();
            return 7;
        }, new StudyOptions { TrialTimeout = TimeSpan.FromMilliseconds(10) }, cancellationToken: Cancellation);

        Assert.Equal(7, result.Best.Score);
    }

    [Theory]
    [MemberData(nameof(Threads))]
    public void Cancellation_BreaksOffWhatLooksAtItsTokenAndIsNoTrial(int threads)
    {
        using var source = new CancellationTokenSource();
        int started = 0;

        var result = Study.Minimize(Settings.Space.Ticks.Uniform(0, 1_000_000), (_, token) =>
        {
            if (Interlocked.Increment(ref started) == threads)
                source.Cancel();
            token.WaitHandle.WaitOne();
            throw new AggregateException(new OperationCanceledException(token));
        }, new StudyOptions { Threads = threads, TrialTimeout = TimeSpan.FromDays(60) }, cancellationToken: source.Token);

        Assert.Empty(result.Trials);
        Assert.Equal((threads, StopReason.Cancelled), (started, result.StopReason));
    }

    [Fact]
    public void TimeLimit_NeedsAnObjectiveWithATokenAndSomeTime()
    {
        Assert.StartsWith(
            "TrialTimeout is 00:00:01, but the objective takes no token by which it could be ended. Give an objective of the configuration and a CancellationToken.",
            Assert.Throws<ArgumentException>(() => Study.Minimize(Ten, _ => 0, new StudyOptions { TrialTimeout = TimeSpan.FromSeconds(1) }, cancellationToken: Cancellation)).Message);
        Assert.StartsWith(
            "The time limit of a trial must be above 0, but is 00:00:00. Leave it null for none.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new StudyOptions { TrialTimeout = TimeSpan.Zero }).Message);
    }
}
