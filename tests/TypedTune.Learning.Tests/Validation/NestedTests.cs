using TypedTune.Learning.Tests.Searching;

namespace TypedTune.Learning.Tests.Validation;

public sealed class NestedTests
{
    private static readonly Table<Plot> s_plots = Plot.Many(90);
    private static readonly Dataset s_signal = Samples.Signal(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static GridSearch<PlotModel> Search(int? threads = null) => new(PlotModel.Space.Features.Geo.Clusters.In(3, 5) * PlotModel.Space.Forest.MaxFeatures.In(1, 3))
    {
        Evaluation = new KFold(3),
        Scoring = Metric.RootMeanSquaredError,
        Metrics = [Metric.RSquared],
        Threads = threads,
    };

    [Fact]
    public void Folds_AreSearchesByHandOnTheRowsThatAreTaken()
    {
        var outer = new KFold(3) { Shuffle = true, Seed = 4 };
        var rows = outer.Split(s_plots.Roles);

        NestedResult<PlotModel, PlotModel.Fitted> nested = Search().CrossValidate(s_plots, outer, cancellationToken: Token);

        for (int fold = 0; fold < 3; fold++)
        {
            var (train, validation) = (s_plots.TakeRows(rows[fold].Train), s_plots.TakeRows(rows[fold].Validation));
            var byHand = Search().Fit(train, cancellationToken: Token);
            var predictions = Targets.Of(byHand.Model.Predict(validation));
            Assert.Equal(byHand.Trials.SelectMany(trial => trial.FoldScores), nested.Folds[fold].Result.Trials.SelectMany(trial => trial.FoldScores));
            Assert.Equal(byHand.Best.Configuration, nested.Folds[fold].Configuration);
            Assert.Equal(byHand.Best.Score, nested.Folds[fold].InnerScore);
            Assert.Equal(predictions.Numbers, nested.Folds[fold].Result.Model.Predict(validation));
            Assert.Equal(Metric.RootMeanSquaredError.Score(validation.Targets, predictions), nested.Folds[fold].Score);
            Assert.Equal(Metric.RSquared.Score(validation.Targets, predictions), nested.ScoresOf(Metric.RSquared).Validation.Values[fold]);
        }

        Assert.Equal(nested.Folds.Select(fold => fold.Score), nested.Validation.Values);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Scores_AreTheSameBitsAtAnyNumberOfThreads(int threads)
    {
        var expected = Search(1).CrossValidate(s_plots, new KFold(2), cancellationToken: Token);

        var actual = Search(threads).CrossValidate(s_plots, new KFold(2), cancellationToken: Token);

        Assert.Equal(expected.Scores.SelectMany(scores => scores.Validation.Values), actual.Scores.SelectMany(scores => scores.Validation.Values));
        Assert.Equal(expected.Folds.Select(fold => fold.Configuration), actual.Folds.Select(fold => fold.Configuration));
    }

    [Fact]
    public void SearchOutOfBag_IsScoredOnRowsThatNoForestHasSeen()
    {
        var search = new GridSearch<RandomForestRegressor>(RandomForestRegressor.SpaceFrom(new RandomForestRegressor { Trees = 20 }).MaxDepth.In(1, 4))
        {
            Evaluation = new OutOfBag(),
            Scoring = Metric.RSquared,
            TrainingScores = true,
        };
        var fold = new KFold(2).Split(s_signal.Roles)[0];
        var byHand = search.Fit(s_signal.TakeRows(fold.Train), cancellationToken: Token);

        var nested = search.CrossValidate(s_signal, new KFold(2), cancellationToken: Token);

        var validation = s_signal.TakeRows(fold.Validation);
        Assert.Equal(Metric.RSquared.Score(validation.Targets, Targets.Of(byHand.Model.Predict(validation.Features))), nested.Folds[0].Score);
        Assert.Equal(byHand.Best.Score, nested.Folds[0].InnerScore);
        Assert.True(nested.Scores[0].Training!.Mean > nested.Validation.Mean);
    }

    [Fact]
    public void Selection_DecidesWhatIsScored()
    {
        var search = new GridSearch<Ridge>(Ridge.Space.Alpha.In(1e-3, 1e4)) { Evaluation = new KFold(3), Scoring = Metric.RSquared, Selection = trials => trials[^1] };

        var nested = search.CrossValidate(s_signal, new KFold(3), cancellationToken: Token);

        Assert.All(nested.Folds, fold =>
        {
            Assert.Equal(1e4, fold.Configuration.Alpha);
            Assert.Equal(fold.Result.Trials[1].Score, fold.InnerScore);
        });
        Assert.Equal(new Ridge { Alpha = 1e4 }.CrossValidate(s_signal, new KFold(3), Metric.RSquared, cancellationToken: Token).Validation.Values, nested.Validation.Values);
    }

    [Fact]
    public void SearchThatDoesNotRefit_IsScoredAndKeepsNoModel()
    {
        var search = new GridSearch<Ridge>(Ridge.Space.Alpha.In(1, 10)) { Evaluation = new KFold(3), Scoring = Metric.RSquared };

        var nested = (search with { Refit = false }).CrossValidate(s_signal, new KFold(3), cancellationToken: Token);

        Assert.Equal(search.CrossValidate(s_signal, new KFold(3), cancellationToken: Token).Validation.Values, nested.Validation.Values);
        Assert.Contains("told not to refit", Assert.Throws<InvalidOperationException>(() => nested.Folds[0].Result.Model).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Failures_NameTheOuterFold()
    {
        var search = new GridSearch<Brittle>(Brittle.Space.Behaviour.In(Behaviour.Throw)) { Evaluation = new KFold(2), Scoring = Metric.RSquared };
        var stopping = new GridSearch<Brittle>(Brittle.Space.Behaviour.In(Behaviour.Predict, Behaviour.Throw)) { Evaluation = new KFold(2), Scoring = Metric.RSquared, OnFailure = FailurePolicy.Stop, Threads = 1 };

        Assert.StartsWith("The search of outer fold 0 chose nothing: None of 1 trials succeeded.", Assert.Throws<InvalidOperationException>(() => search.CrossValidate(s_signal, new KFold(3), cancellationToken: Token)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The search of outer fold 0 stopped at a failing candidate: Brittle failed in fold", Assert.Throws<InvalidOperationException>(() => stopping.CrossValidate(s_signal, new KFold(3), cancellationToken: Token)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancellation_IsThrown()
    {
        using var cancellation = new CancellationTokenSource();
        int fits = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => Search(1).CrossValidate(s_plots, new KFold(2), new Listener(_ =>
        {
            if (++fits == 5)
                cancellation.Cancel();
        }), cancellationToken: cancellation.Token));
    }

    [Fact]
    public void Table_HasALineAnOuterFold()
    {
        var table = Search().CrossValidate(s_plots, new KFold(2), cancellationToken: Token).ToTable();

        Assert.Equal(["fold", "RMSE", "R²", "inner RMSE", "Clusters", "MaxFeatures"], table.Headers);
        Assert.Equal(["0", "1"], table.Rows.Select(row => row[0]));
    }

    private sealed class Listener(Action<SearchProgress> report) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => report(value);
    }
}
