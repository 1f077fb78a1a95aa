using TypedTune.Learning.Tests.Searching;

namespace TypedTune.Learning.Tests.Validation;

public sealed class CrossValidationTests
{
    private static readonly Table<Plot> s_plots = Plot.Many(90);
    private static readonly Dataset s_signal = Samples.Signal(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<IEvaluation> Evaluations => [new KFold(3), new KFold(4) { Shuffle = true, Seed = 2 }, new Holdout(0.3), new OutOfBag()];

    [Theory]
    [MemberData(nameof(Evaluations))]
    public void Scores_AreThoseOfASearchWithOneCandidate(IEvaluation evaluation)
    {
        IReadOnlyList<IMetric<PlotModel>> metrics = [Metric.RootMeanSquaredError, Metric.RSquared];
        var search = new GridSearch<PlotModel>(Grid<PlotModel>.Of(new PlotModel())) { Evaluation = evaluation, Scoring = metrics[0], Metrics = [metrics[1]], TrainingScores = true };

        var expected = search.Fit(s_plots, cancellationToken: Token).Best.Scores;
        var actual = new PlotModel().CrossValidate(s_plots, evaluation, metrics, new() { TrainingScores = true }, Token);

        Assert.Equal(expected.Select(scores => scores.Name), actual.Scores.Select(scores => scores.Name));
        Assert.Equal(expected.SelectMany(scores => scores.Validation.Values), actual.Scores.SelectMany(scores => scores.Validation.Values));
        Assert.Equal(expected.SelectMany(scores => scores.Training!.Values), actual.Scores.SelectMany(scores => scores.Training!.Values));
        Assert.All(actual.Scores, scores => Assert.Equal(1, scores.Rank));
        Assert.Same(actual.Scores[1], actual.ScoresOf(Metric.RSquared));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Scores_AreTheSameBitsAtAnyNumberOfThreads(int threads)
    {
        var expected = new PlotModel().CrossValidate(s_plots, new KFold(3), Metric.RootMeanSquaredError, new() { Threads = 1 }, Token);

        var actual = new PlotModel().CrossValidate(s_plots, new KFold(3), Metric.RootMeanSquaredError, new() { KeepModels = true, Threads = threads }, Token);

        Assert.Equal(expected.Validation.Values, actual.Validation.Values);
    }

    [Fact]
    public void OrderOfValidationRows_DoesNotMatter()
    {
        // Labels are counted, so that not even rounding depends on the order.
        var data = Samples.Labels(60);
        var model = new KNeighborsClassifier { Neighbors = 3 };

        var forwards = model.CrossValidate(data, new KFold(4), Metric.Accuracy, cancellationToken: Token);
        var backwards = model.CrossValidate(data, ListedFolds.Reversed(new KFold(4), data.Roles), Metric.Accuracy, cancellationToken: Token);

        Assert.Equal(forwards.Validation.Values, backwards.Validation.Values);
    }

    [Fact]
    public void KeptModel_IsTheOneFittedOnTheFoldsTrainingRows()
    {
        var fold = new KFold(3).Split(s_plots.Roles)[1];
        var (train, validation) = (s_plots.TakeRows(fold.Train), s_plots.TakeRows(fold.Validation));

        var result = new PlotModel().CrossValidate(s_plots, new KFold(3), Metric.RootMeanSquaredError, new() { KeepModels = true }, Token);

        var predictions = result.Folds[1].Model.Predict(validation);
        Assert.Equal(new PlotModel().Fit(train).Predict(validation), predictions);
        Assert.Equal(Metric.RootMeanSquaredError.Score(validation.Target, predictions), result.Validation.Values[1]);
        Assert.All(result.Folds, own => Assert.True(own.FitTime > TimeSpan.Zero));
        Assert.All(result.Folds, own => Assert.True(own.ScoreTime > TimeSpan.Zero));
    }

    [Fact]
    public void KeptModel_IsScikitLearns()
    {
        var golden = Golden.Read("models.json");
        double[] target = golden.GetProperty("y_regression").Numbers();
        int[] train = [.. Enumerable.Range(0, target.Length)];
        var rows = golden.GetProperty("X").Rows();
        var data = new Dataset(FeatureMatrix.FromRows([.. rows, .. rows.Take(2)]), [.. target, 0, 1]);

        var result = new Ridge { Alpha = 0.1 }.CrossValidate(data, new ListedFolds(new Fold(train, [target.Length, target.Length + 1])), Metric.RootMeanSquaredError, new() { KeepModels = true }, Token);

        Matrices.AssertClose(golden.GetProperty("expected").GetProperty("ridge_0.1").GetProperty("coef").Numbers(), result.Folds[0].Model.Coefficients);
    }

    [Fact]
    public void ModelThatWasNotKept_IsRefused()
    {
        var result = new Ridge().CrossValidate(s_signal, new KFold(2), Metric.RSquared, cancellationToken: Token);

        Assert.Contains("KeepModels = true", Assert.Throws<InvalidOperationException>(() => result.Folds[1].Model).Message, StringComparison.Ordinal);
        Assert.Null(result.Training);
    }

    [Fact]
    public void WeightedRows_AreLearnedFromWithTheirWeights()
    {
        var weighted = new Dataset(s_signal.Features, s_signal.Targets) { Weights = [.. Enumerable.Range(0, 60).Select(row => row % 3.0)] };
        var search = new GridSearch<WeightedMean>(Grid<WeightedMean>.Of(new WeightedMean())) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError };

        var actual = new WeightedMean().CrossValidate(weighted, new KFold(3), Metric.RootMeanSquaredError, cancellationToken: Token).Validation.Values;

        Assert.Equal(search.Fit(weighted, cancellationToken: Token).Best.FoldScores, actual);
        Assert.NotEqual(new WeightedMean().CrossValidate(s_signal, new KFold(3), Metric.RootMeanSquaredError, cancellationToken: Token).Validation.Values, actual);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void FailingFold_IsThrownTheFirstOne(int threads)
    {
        var exception = Assert.Throws<FitException>(() => new Brittle { Behaviour = Behaviour.Throw }.CrossValidate(s_signal, new KFold(3), Metric.RSquared, new() { Threads = threads }, Token));

        Assert.Equal("Brittle failed in fold 0: it does not want to", exception.Message);
        Assert.Equal(("Brittle", 0), (exception.Step, exception.Fold));
    }

    [Fact]
    public void FailingMetric_IsNamedWithItsFold()
    {
        var single = new ListedFolds(new Fold([0, 1, 2], [3, 4]), new Fold([0, 1, 2], [3]));

        var exception = Assert.Throws<FitException>(() => new Ridge().CrossValidate(s_signal, single, Metric.RSquared, cancellationToken: Token));

        Assert.StartsWith("R² failed in fold 1: R² needs at least 2 rows", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancellation_IsThrown()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.CancelAfter(20);

        Assert.ThrowsAny<OperationCanceledException>(() => new Brittle { Behaviour = Behaviour.Wait }.CrossValidate(s_signal, new KFold(3), Metric.RSquared, cancellationToken: cancellation.Token));
    }

    [Fact]
    public void IllegalArguments_SayWhatToDo()
    {
        IReadOnlyList<IMetric<Ridge>> none = [], twice = [Metric.RSquared, Metric.RSquared];

        Assert.StartsWith("There are no metrics", Assert.Throws<ArgumentException>(() => new Ridge().CrossValidate(s_signal, new KFold(2), none, cancellationToken: Token)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The metric R² is given more than once", Assert.Throws<ArgumentException>(() => new Ridge().CrossValidate(s_signal, new KFold(2), twice, cancellationToken: Token)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Ridge().CrossValidate(s_signal.TakeRows([]), new KFold(2), Metric.RSquared, cancellationToken: Token));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ridge().CrossValidate(s_signal, new KFold(2), Metric.RSquared, new() { Threads = 0 }, Token));
        Assert.Contains("cannot predict training rows out of bag", Assert.Throws<ArgumentException>(() => new Ridge().CrossValidate(s_signal, new OutOfBag(), Metric.RSquared, cancellationToken: Token)).Message, StringComparison.Ordinal);
        var result = new Ridge().CrossValidate(s_signal, new KFold(2), Metric.RSquared, cancellationToken: Token);
        Assert.StartsWith("There are no scores by RMSE, but by R²", Assert.Throws<ArgumentException>(() => result.ScoresOf(Metric.RootMeanSquaredError)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_HasALineAFold()
    {
        IReadOnlyList<IMetric<Ridge>> metrics = [Metric.RSquared, Metric.RootMeanSquaredError];

        var result = new Ridge().CrossValidate(s_signal, new KFold(3), metrics, new() { TrainingScores = true }, Token);

        Assert.Equal(["fold", "R²", "RMSE", "train R²", "train RMSE", "fit s", "score s"], result.ToTable().Headers);
        Assert.Equal(["0", "1", "2"], result.ToTable().Rows.Select(row => row[0]));
        Assert.Equal(FormattableString.Invariant($"R² {result.Validation.Mean:G6} ± {result.Validation.StandardDeviation:G4}"), result.ToString().Split('\n')[0]);
    }

    private sealed record WeightedMean : IRegressor<WeightedMean, FittedBrittle>, IWeightedRegressor<FittedBrittle>
    {
        public FittedBrittle Fit(FeatureMatrix features, double[] target, FitContext? context = null) => new(target.Average());

        public FittedBrittle Fit(FeatureMatrix features, double[] target, double[] weights, FitContext? context = null) =>
            new(target.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum());
    }
}
