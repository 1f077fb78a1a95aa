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

        Assert.StartsWith("The scores of candidate 0 are of another configuration than this search has in that place.", Assert.Throws<ArgumentException>(() => other.Join(s_plots, scores)).Message);
        Assert.StartsWith("Fold 0 of candidate 0 comes 2 times, of 3 folds.", Assert.Throws<ArgumentException>(() => search.Join(s_plots, [.. scores, .. scores])).Message);
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
}
