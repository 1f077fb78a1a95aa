using TypedTune.Learning.Tests.Validation;

namespace TypedTune.Learning.Tests.Searching;

/// <summary>Searches and validations by metrics that see more than points.</summary>
public sealed class ProbabilitySearchTests
{
    private static readonly Table<Stem> s_rows = Stem.Many(80);
    private static readonly Dataset s_matrix = Stem.Matrix(80);
    private static readonly LogLoss s_logLoss = Metric.LogLoss;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void LogLossOfAPipeline_IsThatOfItsProbabilities(int threads)
    {
        var p = StemModel.Space;
        var search = new GridSearch<StemModel>(p.Forest.MaxDepth.In(1, 3)) { Evaluation = new StratifiedKFold(3), Scoring = s_logLoss, Metrics = [Metric.Accuracy], TrainingScores = true, Threads = threads };

        var result = search.Fit(s_rows, cancellationToken: Token);

        Assert.Equal(2, result.Trials.Count(trial => trial.Succeeded));
        foreach (var trial in result.Trials)
        {
            var folds = new StratifiedKFold(3).Split(s_rows.Roles);
            var models = folds.Select(fold => trial.Configuration.Fit(s_rows.TakeRows(fold.Train))).ToArray();
            Assert.Equal(folds.Select((fold, i) => LogLossOf(models[i], s_rows.TakeRows(fold.Validation))), trial.Scores[0].Validation.Values);
            Assert.Equal(folds.Select((fold, i) => LogLossOf(models[i], s_rows.TakeRows(fold.Train))), trial.Scores[0].Training!.Values);
            Assert.Equal(folds.Select((fold, i) => Metric.Accuracy.Score(s_rows.TakeRows(fold.Validation).Labels, models[i].Predict(s_rows.TakeRows(fold.Validation)))), trial.Scores[1].Validation.Values);
        }

        static double LogLossOf(StemModel.Fitted model, Table<Stem> rows) => s_logLoss.Score(rows.Targets, new Predictions(model.Predict(rows)) { Probabilities = model.PredictProbabilities(rows) });
    }

    [Fact]
    public void LogLossOfABareForest_IsThatOfItsProbabilitiesInSubmodelsToo()
    {
        var search = new GridSearch<RandomForestClassifier>(RandomForestClassifier.Space.Trees.In(3, 6, 9)) { Evaluation = new KFold(4), Scoring = s_logLoss };
        var byLabels = search with { Scoring = Metric.Accuracy };

        var result = search.Fit(s_matrix, cancellationToken: Token);

        Assert.All(result.Trials, trial => Assert.Equal(
            new KFold(4).Split(s_matrix.Roles).Select(fold =>
            {
                var (train, validation) = (s_matrix.TakeRows(fold.Train), s_matrix.TakeRows(fold.Validation));
                var probabilities = trial.Configuration.Fit(train.Features, train.Targets.Labels).PredictProbabilities(validation.Features);
                return s_logLoss.Score(validation.Targets, new Predictions(validation.Targets) { Probabilities = probabilities });
            }),
            trial.FoldScores));
        Assert.True(byLabels.Plan(s_matrix).SubmodelSavings > 0);
        Assert.Equal(0, search.Plan(s_matrix).SubmodelSavings);
    }

    [Fact]
    public void LogLossOfAChoice_IsThatOfEachOption()
    {
        var p = StemChoice.Space;
        var search = new GridSearch<StemChoice>(p.Model.RandomForestClassifier.MaxDepth.In(1, 2) + p.Model.KNeighborsClassifier.Neighbors.In(5, 9)) { Evaluation = new KFold(2), Scoring = s_logLoss };

        var result = search.Fit(s_matrix, cancellationToken: Token);

        Assert.All(result.Trials, trial => Assert.True(trial.Succeeded));
        IFittedProbabilisticClassifier best = result.Model;
        Assert.Equal(["long", "short"], best.PredictProbabilities(s_matrix.Features).Names);
    }

    [Fact]
    public void OptionThatTellsNoProbabilities_IsNamedWhereItIsAsked()
    {
        var model = new StemChoice { Model = new Majority() };

        Assert.Contains("The fitted Model tells no probabilities: it would have to be an IFittedProbabilisticClassifier.", Assert.Throws<InvalidOperationException>(() => model.Fit(s_matrix.Features, s_matrix.Targets.Labels).PredictProbabilities(s_matrix.Features)).Message, StringComparison.Ordinal);
        Assert.Contains("it predicts no probabilities, which a metric asks for", Assert.Throws<FitException>(() => model.CrossValidate(s_matrix, new KFold(2), s_logLoss, cancellationToken: Token)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryValidation_AsksForProbabilitiesWhereItsMetricNeedsThem()
    {
        var model = new StemModel();
        var folds = new StratifiedKFold(3);
        var search = new GridSearch<StemModel>(StemModel.Space.Forest.MaxDepth.In(1, 3)) { Evaluation = folds, Scoring = s_logLoss };

        double[] scores = [.. model.CrossValidate(s_rows, folds, s_logLoss, cancellationToken: Token).Validation.Values];

        Assert.Equal(scores, model.LearningCurve(s_rows, folds, s_logLoss, new() { Sizes = [RowCount.Fraction(1)] }, Token).Points[0].Validation.Values);
        Assert.Equal(scores, model.PermutationTest(s_rows, folds, s_logLoss, new() { Permutations = 3 }, Token).Validation.Values);
        Assert.Equal(2, StemModel.Space.Forest.MaxDepth.In(1, 3).ValidationCurve(s_rows, folds, s_logLoss, cancellationToken: Token).Points.Count);
        Assert.Equal(3, search.CrossValidate(s_rows, folds, cancellationToken: Token).Folds.Count);
        var probabilities = model.CrossPredictProbabilities(s_rows, folds, cancellationToken: Token);
        Assert.Equal(scores, folds.Split(s_rows.Roles).Select(fold => s_logLoss.Score(s_rows.Targets.TakeRows(fold.Validation), new Predictions(s_rows.Labels.TakeRows(fold.Validation)) { Probabilities = probabilities.TakeRows(fold.Validation) })));
    }

    [Fact]
    public void PermutationImportancesOfProbabilities_AreOfModelsThatTellThem()
    {
        var forest = new RandomForestClassifier { Trees = 10, Seed = 1 }.Fit(s_matrix.Features, s_matrix.Targets.Labels);

        var importances = PermutationImportances.Compute(forest, s_matrix, s_logLoss);

        Assert.Equal(s_logLoss.Score(s_matrix.Targets, new Predictions(s_matrix.Targets) { Probabilities = forest.PredictProbabilities(s_matrix.Features) }), importances.Score);
        Assert.True(importances[0].Mean > importances[1].Mean);
        Assert.Contains("it predicts no probabilities", Assert.Throws<InvalidOperationException>(() => PermutationImportances.Compute(new Majority().Fit(s_matrix.Features, s_matrix.Targets.Labels), s_matrix, s_logLoss)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OutOfBagByProbabilities_IsRefusedBeforeAnythingIsFitted()
    {
        var search = new GridSearch<RandomForestClassifier>(RandomForestClassifier.Space.MaxDepth.In(1, 2)) { Evaluation = new OutOfBag(), Scoring = s_logLoss };

        Assert.Contains("cannot be scored out of bag by metrics that need points and probabilities, since labels alone are predicted out of bag", Assert.Throws<ArgumentException>(() => search.Plan(s_matrix)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void QuantilesOfSeveralMetrics_AreAskedOfTheModelOnce()
    {
        var data = Samples.Signal(80);
        var metrics = new IMetric<QuantileForestRegressor>[] { new PinballLoss(0.9), Metric.MeanAbsoluteError, new PinballLoss(0.1) };
        var forest = new QuantileForestRegressor { Trees = 10, Seed = 1 };

        var result = forest.CrossValidate(data, new KFold(2), metrics, cancellationToken: Token);

        var fold = new KFold(2).Split(data.Roles)[1];
        var (train, validation) = (data.TakeRows(fold.Train), data.TakeRows(fold.Validation));
        var fitted = forest.Fit(train.Features, train.Targets.Numbers);
        double[] levels = [0.1, 0.9];
        var predictions = new Predictions(fitted.Predict(validation.Features)) { Quantiles = new QuantilePredictions(levels, fitted.PredictQuantiles(validation.Features, levels)) };
        Assert.Equal(metrics.Select(metric => metric.Score(validation.Targets, predictions)), result.Scores.Select(scores => scores.Validation.Values[1]));
    }

    [Fact]
    public void QuantilesOfAModelThatHasNone_AreRefusedWithTheInterfaceThatHasThem()
    {
        var failure = Assert.Throws<FitException>(() => new Ridge().CrossValidate(Samples.Signal(20), new KFold(2), new PinballLoss(0.9), cancellationToken: Token));

        Assert.Contains("it predicts no quantiles, which a metric asks for: TypedTune.Learning.FittedRidge would have to be an IFittedQuantileRegressor.", failure.Message, StringComparison.Ordinal);
    }

    private sealed record Majority : IClassifier<Majority, FittedMajority>
    {
        public FittedMajority Fit(FeatureMatrix features, Categories target, FitContext? context = null) =>
            new(new Categories([.. target.Levels], [target.Codes.ToArray().CountBy(code => code).MaxBy(count => count.Value).Key]));
    }

    private sealed class FittedMajority(Categories label) : IFittedClassifier
    {
        public Categories Predict(FeatureMatrix features, FitContext? context = null) => label.TakeRows(new int[features.RowCount]);
    }
}
