namespace TypedTune.Learning.Tests.Searching;

/// <summary>Whatever goes wrong at whatever node of a plan: the rest is finished, the trial names the node, and nothing is left behind.</summary>
public sealed class SearchFaultTests
{
    private static readonly Table<FaultyRow> s_rows = FaultyRow.Many();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, Fault, int> EveryNode()
    {
        var data = new TheoryData<string, Fault, int>();
        foreach (string step in FaultyModel.Steps)
        {
            for (int fold = 0; fold < 3; fold++)
            {
                data.Add(step, Fault.Throw, fold);
                data.Add(step, Fault.OutOfMemory, fold);
                data.Add(step, Fault.NaN, fold);
            }

            data.Add(step, Fault.Hang, 1);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryNode))]
    public void FaultAtANode_FailsItsCandidateAloneAndIsNamed(string step, Fault fault, int fold)
    {
        var log = new FaultLog();
        var search = Search(step, log, (FaultPlan.None, 1.5), (new FaultPlan(fault, fold), 2), (FaultPlan.None, 3)) with
        {
            CandidateTimeout = fault == Fault.Hang ? TimeSpan.FromMilliseconds(400) : null,
        };
        var whole = Search(step, null, (FaultPlan.None, 1.5), (FaultPlan.None, 3)).Fit(s_rows, cancellationToken: Token);

        var result = search.Fit(s_rows, cancellationToken: Token);

        Assert.Equal(StopReason.Completed, result.StopReason);
        Assert.Equal(whole.Trials.SelectMany(trial => trial.FoldScores), result.Trials.Where(trial => trial.Index != 1).SelectMany(trial => trial.FoldScores));
        var error = Assert.IsType<FitException>(result.Trials[1].Error);
        Assert.Equal(fold, error.Fold);

        // A step that hands on nonsense is found out where something must be predicted of it.
        string blamed = fault == Fault.NaN ? "Last" : step;
        Assert.Equal(blamed, error.Step);
        Assert.NotNull(error.Configuration);
        Assert.Contains(error.Configuration.ToString()!, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1.5, result.Best.Configuration.Last.Slope);
        switch (fault)
        {
            case Fault.Hang:
                Assert.IsType<TimeoutException>(error.InnerException);
                break;
            case Fault.OutOfMemory:
                Assert.IsType<OutOfMemoryException>(error.InnerException);
                break;
        }

        Assert.All(log.Threads.Where(thread => thread != Thread.CurrentThread), thread => Assert.False(thread.IsAlive));
    }

    [Fact]
    public void FinishedSearch_HoldsNoFittedObject()
    {
        var log = new FaultLog();
        var result = (Search("Middle", log, (new FaultPlan(Fault.Throw, 0), 1), (FaultPlan.None, 2)) with { Refit = false }).Fit(s_rows, cancellationToken: Token);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.True(log.Fitted.Count > 10);
        Assert.All(log.Fitted, fitted => Assert.False(fitted.IsAlive));
        GC.KeepAlive(result);
    }

    [Theory]
    [InlineData(Fault.Throw, 1)]
    [InlineData(Fault.Throw, 2)]
    [InlineData(Fault.TimeOut, 1)]
    public void FailureThatPasses_IsRetriedUntilItDoes(Fault fault, int times)
    {
        var log = new FaultLog();
        var search = Search("Middle", log, (new FaultPlan(fault, Fold: 1, Times: times), 2)) with { OnFailure = FailurePolicy.Retry(2), Refit = false };

        var result = search.Fit(s_rows, cancellationToken: Token);

        Assert.Equal(0, result.Trials.Single().Score);
        Assert.Equal(3 + times, log.FitsOf("Middle"));
        Assert.Equal(3, log.FitsOf("Features.Right"));
    }

    [Fact]
    public void FailureThatStays_IsRecordedAfterItsRetries()
    {
        var log = new FaultLog();
        var search = Search("Middle", log, (new FaultPlan(Fault.Throw, Fold: 1), 2)) with { OnFailure = FailurePolicy.Retry(2), Refit = false };

        var result = search.Fit(s_rows, cancellationToken: Token);

        Assert.Equal("Middle failed in fold 1: it broke", result.Trials.Single().Error!.Message);
        Assert.Equal(2 + 3, log.FitsOf("Middle"));
    }

    [Fact]
    public void FailureAfterRetries_StopsTheSearchIfAsked()
    {
        var search = Search("Middle", null, [(new FaultPlan(Fault.Throw), 1), .. Enumerable.Range(2, 20).Select(i => (FaultPlan.None, (double)i))]) with
        {
            OnFailure = FailurePolicy.Retry(1).ThenStop(),
            Budget = new() { Trials = 100 }, // Candidates run as they were proposed.
            Threads = 1,
        };

        var result = search.Fit(s_rows, cancellationToken: Token);

        Assert.Equal(StopReason.Failure, result.StopReason);
        Assert.False(result.Trials.Single().Succeeded);
    }

    [Fact]
    public void TimeUp_IsNotRetried()
    {
        var log = new FaultLog();
        var search = Search("Middle", log, (new FaultPlan(Fault.Hang, Fold: 1), 2)) with
        {
            OnFailure = FailurePolicy.Retry(5),
            CandidateTimeout = TimeSpan.FromMilliseconds(300),
            Refit = false,
        };

        var result = search.Fit(s_rows, cancellationToken: Token);

        Assert.StartsWith("Middle failed in fold 1: the candidate's time is up.", result.Trials.Single().Error!.Message, StringComparison.Ordinal);
        Assert.InRange(log.FitsOf("Middle"), 1, 3);
    }

    [Fact]
    public void FitThatIsSharedWithACandidateThatHasTime_RunsOn()
    {
        var search = Search("Last", null, (new FaultPlan(Fault.Hang), 2), (FaultPlan.None, 3)) with
        {
            CandidateTimeout = TimeSpan.FromMilliseconds(400),
            Threads = 1,
        };

        var result = search.Fit(s_rows, cancellationToken: Token);

        Assert.False(result.Trials[0].Succeeded);
        Assert.True(result.Trials[1].Succeeded);
    }

    private static GridSearch<FaultyModel> Search(string step, FaultLog? log, params (FaultPlan Plan, double Slope)[] candidates) => new(FaultyModel.Candidates(step, log, candidates))
    {
        Evaluation = new KFold(3),
        Scoring = Metric.RootMeanSquaredError,
        Threads = 2,
    };
}
