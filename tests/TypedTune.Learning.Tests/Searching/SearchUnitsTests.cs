namespace TypedTune.Learning.Tests.Searching;

/// <summary>Single units of a search, made by themselves, add up to the whole.</summary>
public sealed class SearchUnitsTests
{
    private static readonly Table<Plot> s_plots = Plot.Many(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Units_AddUpToTheWholeBitForBit(int threads)
    {
        var p = PlotModel.Space;
        var search = new GridSearch<PlotModel>(PlotModel.OverlappingGrids() + p.Forest.Trees.In(3, 5, 8))
        {
            Evaluation = new KFold(3),
            Scoring = Metric.RootMeanSquaredError,
            Metrics = [Metric.RSquared],
            TrainingScores = true,
            Refit = false,
        };
        var whole = search.Fit(s_plots, cancellationToken: Token);

        // As three processes would: each takes every third unit, backwards.
        var units = search.Units(s_plots).Reverse().ToArray();
        var scores = Enumerable.Range(0, 3).SelectMany(process => (search with { Threads = threads }).FitUnits(s_plots, [.. units.Where((_, i) => i % 3 == process)], Token)).ToArray();
        var joined = search.Join(s_plots, scores);

        Assert.Equal(3 * whole.Trials.Count, units.Length);
        Assert.Equal(StopReason.Completed, joined.StopReason);
        Assert.Equal(whole.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Occurrences, trial.Rank)), joined.Trials.Select(trial => (trial.Index, trial.Configuration, trial.Occurrences, trial.Rank)));
        Assert.All(whole.Trials.Zip(joined.Trials), pair =>
        {
            for (int m = 0; m < 2; m++)
            {
                Assert.Equal(pair.First.Scores[m].Validation.Values, pair.Second.Scores[m].Validation.Values);
                Assert.Equal(pair.First.Scores[m].Training!.Values, pair.Second.Scores[m].Training!.Values);
            }
        });
        Assert.Equal(0, search.Continue(joined, s_plots, cancellationToken: Token).Plan.TotalFits);
    }

    [Fact]
    public void SomeUnits_AreJoinedToTheTrialsThatAreWholeAndTheRestGoesOn()
    {
        var search = new GridSearch<PlotModel>(PlotModel.OverlappingGrids()) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };
        var units = search.Units(s_plots);

        var joined = search.Join(s_plots, search.FitUnits(s_plots, [.. units.Take(7)], Token));

        Assert.Equal([0, 1], joined.Trials.Select(trial => trial.Index));
        Assert.Equal(
            search.Fit(s_plots, cancellationToken: Token).Trials.Select(trial => (trial.Configuration, trial.Score)),
            search.Continue(joined, s_plots, cancellationToken: Token).Trials.Select(trial => (trial.Configuration, trial.Score)));
    }

    [Fact]
    public void UnitsOfAnotherSearchOrTwice_AreRefused()
    {
        var search = new GridSearch<PlotModel>(PlotModel.OverlappingGrids()) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };
        var scores = search.FitUnits(s_plots, [new(0, 0)], Token);
        var other = new GridSearch<PlotModel>(PlotModel.Space.Forest.Trees.In(3, 5)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };

        Assert.StartsWith("The scores of candidate 0 are of another configuration than this search has in that place.", Assert.Throws<ArgumentException>(() => search.Join(s_plots, [.. other.FitUnits(s_plots, [new(0, 0)], Token).Select(score => score with { Search = scores[0].Search })])).Message);
        Assert.StartsWith("Fold 0 of candidate 0 comes 2 times.", Assert.Throws<ArgumentException>(() => search.Join(s_plots, [.. scores, .. scores])).Message);
    }

    [Fact]
    public void UnitOutOfBag_IsThatOfTheWhole()
    {
        var p = RandomForestRegressor.SpaceFrom(new RandomForestRegressor { Trees = 20 });
        var search = new GridSearch<RandomForestRegressor>(p.MaxFeatures.In(1, 2)) { Evaluation = new OutOfBag(), Scoring = Metric.RSquared };
        var data = SearchPlanTests.Numbers(60);

        var units = search.FitUnits(data, [new(1, 0)], Token);

        Assert.Equal(search.Fit(data, cancellationToken: Token).Trials[1].FoldScores, units.Single().Validation);
    }

    [Fact]
    public void FailingUnit_SaysWhy()
    {
        var search = new GridSearch<Brittle>(Brittle.Space.Behaviour.In(Behaviour.Predict, Behaviour.Throw)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };

        var units = search.FitUnits(SearchPlanTests.Numbers(30), [new(1, 2), new(0, 0)], Token);

        Assert.Equal("Brittle failed in fold 2: it does not want to", units[0].Error);
        Assert.Null(units[1].Error);
    }

    [Fact]
    public void UnknownUnits_AreRefused()
    {
        var search = new GridSearch<Brittle>(Brittle.Space.Offset.In(0, 1)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };

        Assert.Throws<ArgumentOutOfRangeException>(() => search.FitUnits(SearchPlanTests.Numbers(30), [new(2, 0)], Token));
        Assert.Throws<ArgumentOutOfRangeException>(() => search.FitUnits(SearchPlanTests.Numbers(30), [new(0, 3)], Token));
    }

    public static TheoryData<string, Func<GridSearch<Brittle>, GridSearch<Brittle>>> OtherSearches => new()
    {
        { "evaluation", search => search with { Evaluation = new KFold(3) { Shuffle = true } } },
        { "metric", search => search with { Scoring = Metric.MeanAbsoluteError } },
        { "metrics beside", search => search with { Metrics = [Metric.RSquared] } },
        { "training rows", search => search with { TrainingScores = true } },
        { "fixed hyperparameter", _ => new GridSearch<Brittle>(Brittle.SpaceFrom(new Brittle { Behaviour = Behaviour.PredictNaN }).Offset.In(0, 1)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError } },
    };

    [Theory]
    [MemberData(nameof(OtherSearches))]
    public void ScoresOfAnotherSearch_AreRefused(string difference, Func<GridSearch<Brittle>, GridSearch<Brittle>> change)
    {
        var search = Offsets(0, 1);
        var data = SearchPlanTests.Numbers(30);

        var failure = Assert.Throws<ArgumentException>(() => change(search).Join(data, search.FitUnits(data, search.Units(data), Token)));

        Assert.True(failure.Message.StartsWith("The scores of candidate 0 on fold 0 are of another search", StringComparison.Ordinal), difference);
    }

    [Fact]
    public void ScoresOfOtherRows_AreRefused()
    {
        var search = Offsets(0, 1);
        var data = SearchPlanTests.Numbers(30);

        Assert.Contains("are of another search: its rows", Assert.Throws<ArgumentException>(() => search.Join(SearchPlanTests.Numbers(33), search.FitUnits(data, [new(0, 0)], Token))).Message);
    }

    [Theory]
    [InlineData(-1, 0, "Candidates are numbered from 0, but a unit is of candidate -1.")]
    [InlineData(999, 0, "The search has 2 distinct candidates, from 0, but there are scores of candidate 999.")]
    [InlineData(int.MaxValue, 0, "The search has 2 distinct candidates, from 0, but there are scores of candidate 2147483647.")]
    [InlineData(0, 3, "The search has 3 folds, from 0, but a unit is of fold 3.")]
    public void ScoresOfUnitsThatTheSearchHasNot_AreRefused(int candidate, int fold, string message)
    {
        var search = Offsets(0, 1);
        var data = SearchPlanTests.Numbers(30);
        var scores = search.FitUnits(data, search.Units(data), Token);

        var failure = Assert.ThrowsAny<ArgumentException>(() => search.Join(data, [.. scores, scores[0] with { Unit = new(candidate, fold) }]));

        Assert.StartsWith(message, failure.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void WrongNumberOfScores_IsRefused(int count)
    {
        var search = Offsets(0, 1);
        var data = SearchPlanTests.Numbers(30);
        var score = search.FitUnits(data, [new(0, 0)], Token)[0] with { Validation = new double[count] };

        Assert.StartsWith("The scores of candidate 0 on fold 0 on the rows held back must be 1 finite numbers, one a metric,", Assert.Throws<ArgumentException>(() => search.Join(data, [score])).Message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void TimesThatCannotBe_AreRefused(long ticks)
    {
        var search = Offsets(0, 1);
        var data = SearchPlanTests.Numbers(30);
        var score = search.FitUnits(data, [new(0, 0)], Token)[0] with { FitTime = new TimeSpan(ticks) };

        Assert.Contains("but times must be at least 0", Assert.Throws<ArgumentException>(() => search.Join(data, [score])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FailedFoldOfACandidateWithOthersMissing_IsLeftOutWhereAPrunerMightHaveComeBefore()
    {
        var search = new GridSearch<Brittle>(Brittle.Space.Behaviour.In(Behaviour.Throw)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError, Pruner = new FirstFold() };
        var data = SearchPlanTests.Numbers(30);

        var joined = search.Join(data, search.FitUnits(data, [new(0, 1)], Token));

        Assert.Equal((0, StopReason.Cancelled), (joined.Trials.Count, joined.StopReason));
    }

    [Fact]
    public void BudgetOfTheSearch_AppliesToJoinedUnits()
    {
        var search = Offsets(0, 1, 2, 3) with { Budget = new() { Trials = 2 } };
        var data = SearchPlanTests.Numbers(30);

        var joined = search.Join(data, search.FitUnits(data, search.Units(data), Token));

        Assert.Equal((2, StopReason.TrialBudget), (joined.Trials.Count, joined.StopReason));
    }

    [Fact]
    public void PrunerAndFailurePolicyOfTheSearch_ApplyToJoinedUnits()
    {
        var data = SearchPlanTests.Numbers(30);
        var stopping = new GridSearch<Brittle>(Brittle.Space.Behaviour.In(Behaviour.Throw, Behaviour.Predict)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError, OnFailure = FailurePolicy.Stop };
        var pruned = Offsets(0, 9, 1) with { Pruner = new FirstFold() };

        var (stopped, whole) = (stopping.Join(data, stopping.FitUnits(data, stopping.Units(data), Token)), pruned.Fit(data, cancellationToken: Token));
        var joined = pruned.Join(data, pruned.FitUnits(data, pruned.Units(data), Token));

        Assert.Equal((1, StopReason.Failure), (stopped.Trials.Count, stopped.StopReason));
        Assert.Equal([TrialState.Complete, TrialState.Pruned, TrialState.Complete], joined.Trials.Select(trial => trial.State));
        Assert.Equal(whole.Trials.Select(trial => (trial.Index, trial.State, trial.Score)), joined.Trials.Select(trial => (trial.Index, trial.State, trial.Score)));
    }

    private static GridSearch<Brittle> Offsets(params int[] offsets) => new(Brittle.Space.Offset.In(offsets)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError, Refit = false };

    // Ends the second candidate after its first fold.
    private sealed record FirstFold : IPruner
    {
        public bool ShouldPrune(PruningContext context) => context.Reports.Count == 1 && context.Index == 1;
    }
}
