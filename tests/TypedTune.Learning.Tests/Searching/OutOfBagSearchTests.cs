namespace TypedTune.Learning.Tests.Searching;

public sealed class OutOfBagSearchTests
{
    private static readonly Table<Plot> s_plots = Plot.Many(120);
    private static readonly Dataset s_numbers = SearchPlanTests.Numbers(80);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static GridSearch<RandomForestRegressor> Forests(int? threads = null) => new(RandomForestRegressor.Space.Trees.In(20, 30, 20) * RandomForestRegressor.Space.MaxDepth.In(2, 4))
    {
        Evaluation = new OutOfBag(),
        Scoring = Metric.RootMeanSquaredError,
        Threads = threads,
    };

    [Fact]
    public void Score_IsWhatFitOutOfBagGives()
    {
        var result = Forests().Fit(s_numbers, cancellationToken: Token);

        Assert.Equal(4, result.Trials.Count);
        Assert.All(result.Trials, trial =>
        {
            var (_, outOfBag) = trial.Configuration.FitOutOfBag(s_numbers.Features, s_numbers.Targets.Numbers);
            Assert.Equal(Metric.RootMeanSquaredError.Score(outOfBag.Target, outOfBag.Predictions), trial.Score);
            Assert.Equal(trial.Score, Assert.Single(trial.FoldScores));
            Assert.Null(trial.StandardDeviation);
        });
    }

    [Fact]
    public void Pipeline_IsScoredByItsForestOnAllRows()
    {
        var search = new GridSearch<PlotModel>(PlotModel.OverlappingGrids()) { Evaluation = new OutOfBag(), Scoring = Metric.RSquared };

        var plan = search.Plan(s_plots);
        var result = search.Fit(s_plots, cancellationToken: Token);

        Assert.Equal((13, 1, 13), (plan.Distinct, plan.Folds, plan.FitsOf("Forest")));
        Assert.StartsWith("15 candidates, 13 distinct, out of bag", plan.ToString(), StringComparison.Ordinal);
        var trial = result.Trials[4];
        var features = trial.Configuration.Features.Fit(s_plots).Transform(s_plots);
        var (_, outOfBag) = trial.Configuration.Forest.FitOutOfBag(features, s_plots.Targets.Numbers);
        Assert.Equal(Metric.RSquared.Score(outOfBag.Target, outOfBag.Predictions), trial.Score);
        Assert.Equal(result.Best.Configuration.Fit(s_plots).Predict(s_plots), result.Model.Predict(s_plots));
    }

    [Fact]
    public void Execution_FitsEachDistinctCandidateOnceAndTheWinnerNoMore()
    {
        var counts = new List<SearchProgress>();
        var plan = Forests().Plan(s_numbers);
        var result = Forests().Fit(s_numbers, new Listener(counts.Add), cancellationToken: Token);

        Assert.Equal((4, 4), (plan.TotalFits, counts[^1].FinishedFits));
        Assert.Equal(TimeSpan.Zero, result.RefitTime);
        Assert.Equal(result.Best.Configuration, result.Model.Configuration);
        Assert.Equal(result.Best.Configuration.Fit(s_numbers.Features, s_numbers.Targets.Numbers).Predict(s_numbers.Features), result.Model.Predict(s_numbers.Features));
    }

    [Fact]
    public void Threads_DoNotChangeABit()
    {
        var (one, two) = (Forests(1).Fit(s_numbers, cancellationToken: Token), Forests(2).Fit(s_numbers, cancellationToken: Token));

        Assert.Equal(one.Trials.Select(trial => trial.Score), two.Trials.Select(trial => trial.Score));
        Assert.Equal(one.Model.Predict(s_numbers.Features), two.Model.Predict(s_numbers.Features));
    }

    [Fact]
    public void Labels_AreScoredByTheirMetric()
    {
        var labels = Categories.From(s_numbers.Targets.Numbers.Select(number => number > 0 ? "up" : "down"));
        var data = new Dataset(s_numbers.Features, Targets.Of(labels));
        var search = new GridSearch<RandomForestClassifier>(RandomForestClassifier.Space.MaxDepth.In(1, 4)) { Evaluation = new OutOfBag(), Scoring = Metric.Accuracy };

        var best = search.Fit(data, cancellationToken: Token).Best;

        var (_, outOfBag) = best.Configuration.FitOutOfBag(data.Features, labels);
        Assert.Equal(Metric.Accuracy.Score(outOfBag.Target, outOfBag.Predictions), best.Score);
    }

    [Fact]
    public void StepWithoutTheAbility_IsNamedByThePlan()
    {
        var search = new GridSearch<Ridge>(Ridge.Space.Alpha.In(1, 2)) { Evaluation = new OutOfBag(), Scoring = Metric.RSquared };

        string message = Assert.Throws<ArgumentException>(() => search.Plan(s_numbers)).Message;

        Assert.Contains("is a Ridge, which cannot predict training rows out of bag. Evaluate by KFold or Holdout, or end in a forest.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ForestWhoseTreesTakeEveryRow_IsNamedByThePlan()
    {
        var every = new RandomForestRegressor { Sampling = new EveryRow() };
        var search = new GridSearch<RandomForestRegressor>(RandomForestRegressor.SpaceFrom(every).MaxDepth.In(1, 2)) { Evaluation = new OutOfBag(), Scoring = Metric.RSquared };

        string message = Assert.Throws<ArgumentException>(() => search.Plan(s_numbers)).Message;

        Assert.Contains("lets every tree learn from all 80 rows, so none is out of bag. Let its Sampling be a Bootstrap or a Subsample", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Holdout_ScoresOnceAndFitsTheWinnerOnAllRows()
    {
        var search = Forests() with { Evaluation = new Holdout(0.25) { Seed = 3 } };
        var fold = new Holdout(0.25) { Seed = 3 }.Split(s_numbers.Roles)[0];
        var (train, validation) = (s_numbers.TakeRows(fold.Train), s_numbers.TakeRows(fold.Validation));

        var result = search.Fit(s_numbers, cancellationToken: Token);

        Assert.Equal((1, 4), (result.Plan.TotalFits, result.Plan.Steps.Single().FitsWithoutSubmodels));
        var byHand = result.Best.Configuration.Fit(train.Features, train.Targets.Numbers).Predict(validation.Features);
        Assert.Equal(Metric.RootMeanSquaredError.Score(validation.Targets.Numbers, byHand), Assert.Single(result.Best.FoldScores));
        Assert.True(result.RefitTime > TimeSpan.Zero);
    }

    [Fact]
    public void EvaluationOfAnotherKind_IsRefused()
    {
        var search = Forests() with { Evaluation = new Guess() };

        Assert.Contains("cannot evaluate by a guess. Give it an ISplitter", Assert.Throws<ArgumentException>(() => search.Plan(s_numbers)).Message, StringComparison.Ordinal);
    }

    private sealed record Guess : IEvaluation
    {
        public int? FoldCount => 1;

        public override string ToString() => "a guess";
    }

    private sealed class Listener(Action<SearchProgress> report) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => report(value);
    }
}
