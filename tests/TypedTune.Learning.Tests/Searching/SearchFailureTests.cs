namespace TypedTune.Learning.Tests.Searching;

/// <summary>What goes wrong in a search is recorded, said and never lost.</summary>
public sealed class SearchFailureTests
{
    private static readonly Dataset s_data = SearchPlanTests.Numbers(30);

    private static GridSearch<Brittle> Search(Grid<Brittle> grid) => new(grid)
    {
        Evaluation = new KFold(3),
        Scoring = Metric.RootMeanSquaredError,
        Threads = 2,
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void FailingCandidate_IsRecordedWithItsExceptionAndTheRestIsRanked()
    {
        var result = Search(Brittle.Space.Behaviour.In(Behaviour.Throw, Behaviour.Predict)).Fit(s_data, cancellationToken: Token);

        Assert.Equal(StopReason.Completed, result.StopReason);
        var failed = result.Trials[0];
        var exception = Assert.IsType<FitException>(failed.Error);
        Assert.Equal("Brittle failed in fold 0: it does not want to", exception.Message);
        Assert.Equal(("Brittle", 0), (exception.Step, exception.Fold));
        Assert.Null(failed.Score);
        Assert.Null(failed.Rank);
        Assert.Empty(failed.FoldScores);
        Assert.Equal(Behaviour.Predict, result.Best.Configuration.Behaviour);
        Assert.Contains("it does not want to", result.ToString(), StringComparison.Ordinal);
        Assert.NotNull(result.Model);
    }

    [Fact]
    public void MetricWhoseNameThrowsAfterTheFits_LosesNoTrial()
    {
        var metric = new Forgetful();
        var search = new GridSearch<Brittle>(Brittle.Space.Offset.In(1, 2)) { Evaluation = new KFold(3), Scoring = metric, Threads = 1, Refit = false };

        var result = search.Fit(s_data, cancellationToken: Token);

        Assert.Equal((2, "forgetful"), (result.Trials.Count(trial => trial.Succeeded), result.Metrics.Single()));
        Assert.Throws<FormatException>(() => metric.Name);
    }

    private sealed class Forgetful : RegressionMetric
    {
        private int _scored;

        public override string Name => _scored < 6 ? "forgetful" : throw new FormatException("name");

        public override Direction Direction => _scored < 6 ? Direction.Minimize : throw new FormatException("direction");

        protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights) => ++_scored;
    }

    [Fact]
    public void NaNPredictions_AreAFailureAndNeverAScore()
    {
        var result = Search(Brittle.Space.Behaviour.In(Behaviour.PredictNaN, Behaviour.Predict)).Fit(s_data, cancellationToken: Token);

        Assert.StartsWith("Brittle failed in fold 0: it predicts NaN for row 0 of 10", result.Trials[0].Error!.Message, StringComparison.Ordinal);
        Assert.Null(result.Trials[0].Score);
        Assert.Same(result.Trials[1], result.Best);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ScoresWhoseMeanIsNotFinite_AreAFailureThatSaysSo(bool isReported)
    {
        var data = new Dataset(s_data.Features, new double[s_data.Targets.RowCount]);
        var search = Search(Brittle.Space.Offset.In(1, 2)) with { Scoring = new Vast(), Pruner = isReported ? new Patient() : null, Refit = false };

        var result = search.Fit(data, cancellationToken: Token);

        Assert.Equal([TrialState.Failed, TrialState.Complete], result.Trials.Select(trial => trial.State));
        Assert.StartsWith("The mean score of 3 folds is Infinity: the scores are finite, but their sum is beyond the largest number.", result.Trials[0].ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(result.Trials[0].ErrorMessage, search.Join(data, search.FitUnits(data, search.Units(data), Token)).Trials[0].ErrorMessage);
        using var file = new MemoryStream();
        result.WriteJson(file);
        Assert.Equal(isReported ? [1, 3] : [0, 0], search.ReadJson(new MemoryStream(file.ToArray())).Trials.Select(trial => trial.Reports.Count));
    }

    [Fact]
    public void FailingCandidate_StopsTheSearchIfAsked()
    {
        var grid = Brittle.Space.Behaviour.In(Behaviour.Predict) + Brittle.Space.Behaviour.In(Behaviour.Throw) + Brittle.Space.Behaviour.In(Behaviour.Predict) * Brittle.Space.Offset.Uniform(1, 10);
        var search = Search(grid) with { OnFailure = FailurePolicy.Stop, Threads = 1 };

        var result = search.Fit(s_data, cancellationToken: Token);

        Assert.Equal(StopReason.Failure, result.StopReason);
        Assert.Equal(2, result.Trials.Count);
        Assert.Equal(Behaviour.Predict, result.Best.Configuration.Behaviour);
        var exception = Assert.Throws<InvalidOperationException>(() => result.Model);
        Assert.Equal("The search stopped at a failing candidate, so its best candidate was not fitted again: Brittle failed in fold 0: it does not want to", exception.Message);
    }

    [Fact]
    public void EveryCandidateFailing_LeavesNoBestAndSaysWhy()
    {
        var result = Search(Brittle.Space.Behaviour.In(Behaviour.Throw)).Fit(s_data, cancellationToken: Token);

        var exception = Assert.Throws<InvalidOperationException>(() => result.Best);
        Assert.Equal("None of 1 trials succeeded. The first failed with: Brittle failed in fold 0: it does not want to", exception.Message);
        Assert.IsType<FitException>(exception.InnerException);
        Assert.Throws<InvalidOperationException>(() => result.Model);
    }

    [Fact]
    public void ConfigurationOutsideItsBounds_IsThatCandidatesFailure()
    {
        var p = Brittle.SpaceFrom(new Brittle { Offset = 11 });

        var result = Search(p.Behaviour.In(Behaviour.Predict)).Fit(s_data, cancellationToken: Token);

        Assert.Equal("Brittle failed in fold 0: Brittle.Offset must be at least 0 and at most 10, but is 11. (Parameter 'Brittle.Offset')" + Environment.NewLine + "Actual value was 11.", result.Trials.Single().Error!.Message);
    }

    [Fact]
    public void ConstantOutsideItsBounds_IsRefusedWhereTheSpaceIsMade()
    {
        int[] read = [3, 11];

        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Brittle.Space.Offset.In(read));

        Assert.StartsWith("Offset must be at least 0 and at most 10, but is 11.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CancellationBeforeTheFirstTrial_ReturnsAnEmptyResultThatSaysSo()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        var result = Search(Brittle.Space.Offset.Uniform(0, 10)).Fit(s_data, cancellationToken: cancelled.Token);

        Assert.Equal(StopReason.Cancelled, result.StopReason);
        Assert.Empty(result.Trials);
        Assert.Equal(
            "The search was cancelled before its first trial was finished, so there is no best one.",
            Assert.Throws<InvalidOperationException>(() => result.Best).Message);
        Assert.Throws<InvalidOperationException>(() => result.Model);
    }

    [Fact]
    public void CancellationMidway_ReturnsWhatIsFinished()
    {
        using var cancellation = new CancellationTokenSource();
        var grid = Brittle.Space.Offset.In(2, 0) + Brittle.Space.Behaviour.In(Behaviour.Wait);
        var progress = new Listener(value =>
        {
            if (value.FinishedTrials == 2)
                cancellation.Cancel();
        });

        var result = Search(grid).Fit(s_data, progress, cancellationToken: cancellation.Token);

        Assert.Equal(StopReason.Cancelled, result.StopReason);
        Assert.Equal([2, 0], result.Trials.Select(trial => trial.Configuration.Offset));
        Assert.Equal(0, result.Best.Configuration.Offset);
        Assert.StartsWith("The search was cancelled", Assert.Throws<InvalidOperationException>(() => result.Model).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TimeBudget_ReturnsWhatIsFinishedAndFitsTheBestAgain()
    {
        var grid = Brittle.Space.Offset.In(2, 0) + Brittle.Space.Behaviour.In(Behaviour.Wait);

        var result = (Search(grid) with { Budget = new() { Time = TimeSpan.FromSeconds(1) }, Threads = 4 }).Fit(s_data, cancellationToken: Token);

        Assert.Equal(StopReason.TimeBudget, result.StopReason);
        Assert.Equal(2, result.Trials.Count);
        Assert.NotNull(result.Model);
    }

    [Fact]
    public void TimeBudgetOfNothing_SaysSo()
    {
        var result = (Search(Brittle.Space.Behaviour.In(Behaviour.Wait)) with { Budget = new() { Time = TimeSpan.Zero } }).Fit(s_data, cancellationToken: Token);

        Assert.Equal(
            "The time budget ran out before the first trial was finished, so there is no best one. Allow more time.",
            Assert.Throws<InvalidOperationException>(() => result.Best).Message);
    }

    [Fact]
    public void ListenerThatThrows_IsNamedAndLosesNothing()
    {
        int calls = 0;
        var progress = new Listener(_ =>
        {
            calls++;
            throw new FormatException("no room");
        });

        var result = Search(Brittle.Space.Offset.Uniform(0, 10)).Fit(s_data, progress, cancellationToken: Token);

        Assert.Equal((11, StopReason.Completed, 1), (result.Trials.Count, result.StopReason, calls));
        var error = Assert.Single(result.ObserverErrors);
        Assert.Equal("no room", Assert.IsType<FormatException>(error.Error).Message);
        Assert.Contains("Listener threw: no room", error.ToString());
        Assert.NotNull(result.Model);
    }

    [Fact]
    public void Refit_IsLeftOutIfAsked()
    {
        var result = (Search(Brittle.Space.Offset.In(1)) with { Refit = false }).Fit(s_data, cancellationToken: Token);

        Assert.Equal(
            "The search was told not to refit; fit Best.Configuration yourself.",
            Assert.Throws<InvalidOperationException>(() => result.Model).Message);
    }

    // Scores the predictions of one candidate by the largest number.
    private sealed class Vast : RegressionMetric
    {
        public override string Name => "vast";

        public override Direction Direction => Direction.Minimize;

        protected override double Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predictions, ReadOnlySpan<double> weights) => predictions[0] == 1 ? double.MaxValue : 1;
    }

    private sealed record Patient : IPruner
    {
        public bool ShouldPrune(PruningContext context) => false;
    }

    private sealed class Listener(Action<SearchProgress> report) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => report(value);
    }
}
