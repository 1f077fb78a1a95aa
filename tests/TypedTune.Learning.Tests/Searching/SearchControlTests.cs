namespace TypedTune.Learning.Tests.Searching;

/// <summary>Budgets, pauses, cancellation: whatever ends a search, what it returns is consistent, and the same at any number of threads.</summary>
public sealed class SearchControlTests
{
    private static readonly Table<Plot> s_plots = Plot.Many(90);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static GridSearch<PlotModel> Search => new(PlotModel.OverlappingGrids())
    {
        Evaluation = new KFold(3),
        Scoring = Metric.RootMeanSquaredError,
    };

    private static RandomizedSearch<Slow> Delayed => new(Slow.Space.Level.Uniform(0, 1000))
    {
        Iterations = 60,
        Seed = 4,
        Evaluation = new KFold(2),
        Scoring = Metric.MeanAbsoluteError,
        Refit = false,
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Trials_AreTheSameBitsUnderRandomDelays(int threads)
    {
        var data = SearchPlanTests.Numbers(20);
        var expected = (Delayed with { Threads = 1 }).Fit(data, cancellationToken: Token);

        var actual = (Delayed with { Threads = threads }).Fit(data, cancellationToken: Token);

        AssertSame(expected, actual);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void TargetScore_EndsAtTheSameTrialWhicheverIsFinishedFirst(int threads)
    {
        var data = SearchPlanTests.Numbers(20);
        var whole = Delayed.Fit(data, cancellationToken: Token);
        double target = whole.Trials.Select(trial => trial.Score!.Value).Order().ElementAt(5);
        int last = whole.Trials.First(trial => trial.Score <= target).Index;

        var result = (Delayed with { Threads = threads, Budget = new() { TargetScore = target } }).Fit(data, cancellationToken: Token);

        Assert.Equal(StopReason.TargetScore, result.StopReason);
        Assert.Equal(whole.Trials.Take(last + 1).Select(trial => trial.Score), result.Trials.Select(trial => trial.Score));
        Assert.Equal(last, result.Best.Index);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Patience_EndsAtTheSameTrialWhicheverIsFinishedFirst(int threads)
    {
        var data = SearchPlanTests.Numbers(20);
        var whole = Delayed.Fit(data, cancellationToken: Token);
        double best = double.PositiveInfinity;
        int without = 0;
        int last = whole.Trials.First(trial =>
        {
            without = trial.Score < best ? 0 : without + 1;
            best = Math.Min(best, trial.Score!.Value);
            return without == 7;
        }).Index;

        var result = (Delayed with { Threads = threads, Budget = new() { Patience = 7 } }).Fit(data, cancellationToken: Token);

        Assert.Equal(StopReason.Patience, result.StopReason);
        Assert.Equal(whole.Trials.Take(last + 1).Select(trial => trial.Score), result.Trials.Select(trial => trial.Score));
    }

    [Fact]
    public void BudgetOfTrials_TakesTheFirstDistinctCandidates()
    {
        var limited = Search with { Budget = new() { Trials = 4 } };

        var plan = limited.Plan(s_plots);
        var result = limited.Fit(s_plots, cancellationToken: Token);

        Assert.Equal((4, 4), (plan.Candidates, plan.Distinct));
        Assert.Equal(StopReason.TrialBudget, result.StopReason);
        Assert.Equal(Search.Fit(s_plots, cancellationToken: Token).Trials.Take(4).Select(trial => trial.Score), result.Trials.Select(trial => trial.Score));
        Assert.NotNull(result.Model);
        Assert.Equal(StopReason.Completed, (Search with { Budget = new() { Trials = 13 } }).Fit(s_plots, cancellationToken: Token).StopReason);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void CancelledSearch_ContinuesToTheSameBits(int threads)
    {
        var search = Search with { Threads = threads, Metrics = [Metric.RSquared], TrainingScores = true };
        var expected = search.Fit(s_plots, cancellationToken: Token);
        using var cancellation = new CancellationTokenSource();
        var cancelled = search.Fit(s_plots, new Listener(value => CancelAfter(5, value, cancellation)), cancellationToken: cancellation.Token);
        Assert.Equal(StopReason.Cancelled, cancelled.StopReason);
        Assert.InRange(cancelled.Trials.Count, 5, 12);
        SearchProgress first = default;

        var actual = search.Continue(cancelled, s_plots, new Listener(value => first = first == default ? value : first), cancellationToken: Token);

        AssertSame(expected, actual);
        Assert.Equal(expected.Model.Predict(s_plots), actual.Model.Predict(s_plots));
        Assert.Equal(13 - cancelled.Trials.Count, actual.Plan.FitsOf("Forest") / 3);
        Assert.Equal(13, first.TotalTrials);
    }

    [Fact]
    public void FailedTrials_AreTriedAgainOnContinuing()
    {
        var data = SearchPlanTests.Numbers(30);
        var search = new GridSearch<Brittle>(Brittle.Space.Behaviour.In(Behaviour.Throw, Behaviour.Predict)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };
        var earlier = search.Fit(data, cancellationToken: Token);

        var result = search.Continue(earlier, data, cancellationToken: Token);

        Assert.Equal(3, result.Plan.TotalFits);
        Assert.False(result.Trials[0].Succeeded);
        Assert.Equal(earlier.Trials[1].FoldScores, result.Trials[1].FoldScores);
    }

    [Fact]
    public void OtherRowsMetricsOrFolds_AreNotContinuedWith()
    {
        var earlier = Search.Fit(s_plots, cancellationToken: Token);

        Assert.Equal(
            "The search cannot go on from the earlier run: its number of rows was 90, and is 91 now. Run it anew, or with what the earlier run had. (Parameter 'earlier')",
            Assert.Throws<ArgumentException>(() => Search.Continue(earlier, Plot.Many(91), cancellationToken: Token)).Message);
        Assert.Contains("evaluation was 3 folds, and is 4 folds now", Assert.Throws<ArgumentException>(() => (Search with { Evaluation = new KFold(4) }).Continue(earlier, s_plots, cancellationToken: Token)).Message, StringComparison.Ordinal);
        Assert.Contains("list of metrics was RMSE, and is R² now", Assert.Throws<ArgumentException>(() => (Search with { Scoring = Metric.RSquared }).Continue(earlier, s_plots, cancellationToken: Token)).Message, StringComparison.Ordinal);
        Assert.Contains("scores of training rows was not computed, and is computed now", Assert.Throws<ArgumentException>(() => (Search with { TrainingScores = true }).Continue(earlier, s_plots, cancellationToken: Token)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WiderSpace_ContinuesWithWhatIsNew()
    {
        var p = PlotModel.Space;
        var narrow = new GridSearch<PlotModel>(p.Forest.MaxFeatures.In(1, 2)) { Evaluation = new KFold(3), Scoring = Metric.RSquared };
        var wide = new GridSearch<PlotModel>(p.Forest.MaxFeatures.In(3, 2, 1)) { Evaluation = new KFold(3), Scoring = Metric.RSquared };

        var result = wide.Continue(narrow.Fit(s_plots, cancellationToken: Token), s_plots, cancellationToken: Token);

        Assert.Equal(3, result.Plan.FitsOf("Forest"));
        AssertSame(wide.Fit(s_plots, cancellationToken: Token), result);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public async Task PausedSearch_StartsNothingAndGoesOnToTheSameBits(int threads)
    {
        var search = Search with { Threads = threads };
        var control = new RunControl();
        int finished = 0;
        var paused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var listener = new Listener(value =>
        {
            Volatile.Write(ref finished, value.FinishedFits);
            if (value.FinishedFits == 7)
            {
                control.Pause();
                paused.TrySetResult();
            }
        });

        var running = Task.Run(() => search.Fit(s_plots, listener, control, Token), Token);
        await paused.Task.WaitAsync(Token);
        await Task.Delay(300, Token);
        int atRest = Volatile.Read(ref finished);
        await Task.Delay(100, Token);

        Assert.False(running.IsCompleted);
        Assert.Equal(atRest, Volatile.Read(ref finished));
        control.Continue();
        AssertSame(search.Fit(s_plots, cancellationToken: Token), await running);
    }

    [Fact]
    public async Task PausedSearch_CanBeCancelled()
    {
        var control = new RunControl();
        control.Pause();
        using var cancellation = new CancellationTokenSource();
        var running = Task.Run(() => Search.Fit(s_plots, control: control, cancellationToken: cancellation.Token), Token);
        await Task.Delay(50, Token);
        Assert.False(running.IsCompleted);

        await cancellation.CancelAsync();

        var result = await running.WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.Equal(StopReason.Cancelled, result.StopReason);
        Assert.Empty(result.Trials);
    }

    private static void CancelAfter(int trials, SearchProgress value, CancellationTokenSource cancellation)
    {
        if (value.FinishedTrials == trials)
            cancellation.Cancel();
    }

    private static void AssertSame<T>(SearchHistory<T> expected, SearchHistory<T> actual)
    {
        Assert.Equal(expected.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Occurrences, trial.Rank)), actual.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Occurrences, trial.Rank)));
        Assert.Equal(Scores(expected), Scores(actual));
        static IEnumerable<double> Scores(SearchHistory<T> history) => history.Trials.SelectMany(trial => trial.Scores).SelectMany(scores => scores.Validation.Values.Concat(scores.Training?.Values ?? []));
    }

    private sealed class Listener(Action<SearchProgress> report) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => report(value);
    }
}

/// <summary>A regressor whose fit takes up to some milliseconds, differently each time.</summary>
public sealed partial record Slow : IRegressor<Slow, FittedShrunkMean>
{
    private static int s_calls;

    [Hyperparameter(Min = 0, Max = 1000)]
    public int Level { get; init; }

    public FittedShrunkMean Fit(FeatureMatrix features, double[] target, FitContext? context = null)
    {
        // The delay differs from run to run, and nothing else does.
        Thread.Sleep((int)(Seed.Of(Interlocked.Increment(ref s_calls)).Derive(Environment.TickCount64).Value % 4));
        return new FittedShrunkMean(Level, 0);
    }
}
