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
        using var scheduler = new WorkScheduler(threads);

        // As three processes would: each takes every third unit, backwards.
        var units = whole.Trials.SelectMany(trial => Enumerable.Range(0, 3).Select(fold => (trial.Index, fold))).Reverse().ToArray();
        var scores = Enumerable.Range(0, 3).SelectMany(process =>
        {
            (int, int)[] own = [.. units.Where((_, i) => i % 3 == process)];
            return own.Zip(SearchUnits.Run<PlotModel, Table<Plot>, PlotModel.Fitted>(search, s_plots, own, new FitContext(scheduler, Token)));
        }).ToDictionary(unit => unit.First, unit => unit.Second.Scores!);

        Assert.All(whole.Trials, trial =>
        {
            for (int m = 0; m < 2; m++)
            {
                Assert.Equal(trial.Scores[m].Validation.Values, Enumerable.Range(0, 3).Select(fold => scores[(trial.Index, fold)].Validation[m]));
                Assert.Equal(trial.Scores[m].Training!.Values, Enumerable.Range(0, 3).Select(fold => scores[(trial.Index, fold)].Training![m]));
            }
        });
    }

    [Fact]
    public void UnitOutOfBag_IsThatOfTheWhole()
    {
        var p = RandomForestRegressor.SpaceFrom(new RandomForestRegressor { Trees = 20 });
        var search = new GridSearch<RandomForestRegressor>(p.MaxFeatures.In(1, 2)) { Evaluation = new OutOfBag(), Scoring = Metric.RSquared };
        var data = SearchPlanTests.Numbers(60);

        var units = SearchUnits.Run<RandomForestRegressor, Dataset, FittedRandomForestRegressor>(search, data, [(1, 0)], FitContext.Default);

        Assert.Equal(search.Fit(data, cancellationToken: Token).Trials[1].FoldScores, units.Single().Scores!.Validation);
    }

    [Fact]
    public void FailingUnit_SaysWhy()
    {
        var search = new GridSearch<Brittle>(Brittle.Space.Behaviour.In(Behaviour.Predict, Behaviour.Throw)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };

        var units = SearchUnits.Run<Brittle, Dataset, FittedBrittle>(search, SearchPlanTests.Numbers(30), [(1, 2), (0, 0)], FitContext.Default);

        Assert.Equal("Brittle failed in fold 2: it does not want to", units[0].Error!.Message);
        Assert.Null(units[1].Error);
    }

    [Fact]
    public void UnknownUnits_AreRefused()
    {
        var search = new GridSearch<Brittle>(Brittle.Space.Offset.In(0, 1)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };

        Assert.Throws<ArgumentOutOfRangeException>(() => SearchUnits.Run<Brittle, Dataset, FittedBrittle>(search, SearchPlanTests.Numbers(30), [(2, 0)], FitContext.Default));
        Assert.Throws<ArgumentOutOfRangeException>(() => SearchUnits.Run<Brittle, Dataset, FittedBrittle>(search, SearchPlanTests.Numbers(30), [(0, 3)], FitContext.Default));
    }
}
