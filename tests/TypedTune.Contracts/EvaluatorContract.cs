using System.Collections.Concurrent;
using System.Diagnostics;

namespace TypedTune.Contracts;

/// <summary>What every evaluator promises. Inherit it in a test project, and say how to create an evaluator that does <see cref="EvaluatorJob"/>s.</summary>
public abstract class EvaluatorContract
{
    // Long for an evaluation that is told to break off, short beside one that is not.
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(60);

    private static readonly Grid<EvaluatorJob> s_scored = EvaluatorJob.Space.Score.In(0.1, 1 / 3.0, 0, double.Epsilon, -1e300, 12);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Creates an evaluator whose evaluations end as <see cref="EvaluatorJob.Run"/> does, in this process or another.</summary>
    /// <param name="begin">To be called with the job at the begin of each attempt, in this process.</param>
    protected abstract IEvaluator<EvaluatorJob> Create(Action<EvaluatorJob> begin);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void EachCandidate_IsEndedOnceWithItsScore(int threads)
    {
        var evaluator = new RecordedEvaluator<EvaluatorJob>(Create(_ => { }));

        var result = new Study<EvaluatorJob>(s_scored) { Threads = threads }.Run(evaluator, Cancellation);

        Assert.Equal(StopReason.Completed, result.StopReason);
        Assert.Equal(Enumerable.Range(0, 6), evaluator.Given.Order());
        Assert.Equal(Enumerable.Range(0, 6), evaluator.Ended.Order());
        Assert.All(result.Trials, trial => Assert.Equal(BitConverter.DoubleToInt64Bits(trial.Configuration.Score), BitConverter.DoubleToInt64Bits(trial.Score!.Value)));
        Assert.All(result.Trials, trial => Assert.True(trial.Duration >= TimeSpan.Zero));
    }

    [Fact]
    public void Failures_AreKeptWithTheirTrialAndTheRestGoesOn()
    {
        var evaluator = new RecordedEvaluator<EvaluatorJob>(Create(_ => { }));
        var grid = EvaluatorJob.Space.Ending.In(JobEnding.Score, JobEnding.Throw, JobEnding.NoNumber) * EvaluatorJob.Space.Score.In(1, 2);

        var result = new Study<EvaluatorJob>(grid) { Threads = 2 }.Run(evaluator, Cancellation);

        Assert.Equal(Enumerable.Range(0, 6), evaluator.Ended.Order());
        Assert.All(result.Trials, trial => Assert.Equal(trial.Configuration.Ending == JobEnding.Score ? TrialState.Complete : TrialState.Failed, trial.State));
        Assert.All(result.Trials.Where(trial => trial.Configuration.Ending == JobEnding.Throw), trial => Assert.Contains("throws", trial.ErrorMessage, StringComparison.Ordinal));
    }

    [Fact]
    public void Retries_AreMadeForFailuresAlone()
    {
        var attempts = new ConcurrentQueue<EvaluatorJob>();
        var grid = EvaluatorJob.Space.Ending.In(JobEnding.Score, JobEnding.Throw, JobEnding.NoNumber);

        var result = new Study<EvaluatorJob>(grid) { Threads = 2, OnFailure = FailurePolicy.Retry(2) }.Run(Create(attempts.Enqueue), Cancellation);

        Assert.Equal([1, 3, 3], grid.Select(job => attempts.Count(attempted => attempted == job)));
        Assert.Equal([TrialState.Complete, TrialState.Failed, TrialState.Failed], result.Trials.Select(trial => trial.State));
    }

    [Fact]
    public void FailureThatStops_StartsNothingMore()
    {
        var attempts = new ConcurrentQueue<EvaluatorJob>();
        var grid = EvaluatorJob.Space.Ending.In(JobEnding.Throw) + EvaluatorJob.Space.Score.Uniform(1, 1000).Steps(1000);

        var result = new Study<EvaluatorJob>(grid) { Threads = 1, OnFailure = FailurePolicy.Stop }.Run(Create(attempts.Enqueue), Cancellation);

        Assert.Equal(StopReason.Failure, result.StopReason);
        Assert.Single(attempts);
        Assert.Single(result.Trials);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Cancellation_EndsWhatIsUnderWaySoon(int threads)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var grid = (EvaluatorJob.Space.Score.In(1) + (EvaluatorJob.Space.Ending.In(JobEnding.Hang) * EvaluatorJob.Space.Score.In(2, 3, 4, 5, 6, 7)));
        var evaluator = new RecordedEvaluator<EvaluatorJob>(Create(job =>
        {
            if (job.Ending == JobEnding.Hang)
                source.CancelAfter(TimeSpan.FromMilliseconds(200));
        }));
        long begin = Stopwatch.GetTimestamp();

        var result = new Study<EvaluatorJob>(grid) { Threads = threads }.Run(evaluator, source.Token);

        Assert.InRange(Stopwatch.GetElapsedTime(begin), TimeSpan.Zero, s_soon);
        Assert.Equal(StopReason.Cancelled, result.StopReason);
        Assert.All(result.Trials, trial => Assert.Equal((1, JobEnding.Score), (trial.Score, trial.Configuration.Ending)));
        Assert.Equal(evaluator.Ended.Distinct().Count(), evaluator.Ended.Count);
        Assert.Subset(evaluator.Given.ToHashSet(), evaluator.Ended.ToHashSet());
        Thread.Sleep(100);
        Assert.Equal(0, evaluator.LateCalls);
    }

    [Fact]
    public void NothingIsEnded_AfterTheSessionIsDisposed()
    {
        var evaluator = new RecordedEvaluator<EvaluatorJob>(Create(_ => { }));

        var result = new Study<EvaluatorJob>(s_scored) { Threads = 4, Budget = new() { Patience = 1 }, Direction = Direction.Minimize }.Run(evaluator, Cancellation);

        Thread.Sleep(100);
        Assert.Equal(StopReason.Patience, result.StopReason);
        Assert.Equal(2, result.Trials.Count);
        Assert.Equal(0, evaluator.LateCalls);
        Assert.Equal(evaluator.Ended.Distinct().Count(), evaluator.Ended.Count);
    }

    [Fact]
    public void OneEvaluator_ServesSeveralStudies()
    {
        var evaluator = Create(_ => { });
        var study = new Study<EvaluatorJob>(s_scored) { Threads = 2 };

        Assert.Equal(TrialTexts.From(study.Run(evaluator, Cancellation)), TrialTexts.From(study.Run(evaluator, Cancellation)));
    }
}
