using CsCheck;
using TypedTune.Learning.Tests.Searching;

namespace TypedTune.Learning.Tests.Validation;

public sealed class CrossPredictionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void PredictionsOfEachFold_HaveTheFoldsScore()
    {
        var plots = Plot.Many(90);
        var folds = new KFold(4) { Shuffle = true, Seed = 5 };

        var predictions = new PlotModel().CrossPredict(plots, folds, cancellationToken: Token);
        var scores = new PlotModel().CrossValidate(plots, folds, Metric.RootMeanSquaredError, cancellationToken: Token).Validation.Values;

        Assert.Equal(scores, folds.Split(plots.Roles).Select(fold => Metric.RootMeanSquaredError.Score(plots.Targets.TakeRows(fold.Validation), predictions.TakeRows(fold.Validation))));
    }

    [Fact]
    public void Predictions_DependNeitherOnTheThreadsNorOnTheOrderOfValidationRows() =>
        Gen.Select(Gen.Int[2, 6], Gen.Int[12, 40], Gen.Int[1, 4]).Sample((count, rows, threads) =>
        {
            var data = Samples.Signal(rows);
            var folds = new KFold(count) { Shuffle = true, Seed = rows };
            var model = new KNeighborsRegressor { Neighbors = 2 };

            double[] expected = model.CrossPredict(data, folds, threads: 1, cancellationToken: Token).Numbers;

            Assert.Equal(expected, model.CrossPredict(data, ListedFolds.Reversed(folds, data.Roles), threads, Token).Numbers);
        }, iter: 20);

    [Fact]
    public void Labels_KeepTheLevelsOfTheTargetWhereAFoldHasNotSeenAll()
    {
        double[][] rows = [[0], [1], [10], [11], [20], [21]];
        var labels = Categories.From(["a", "a", "b", "b", "c", "c"]);
        var data = new Dataset(FeatureMatrix.FromRows(rows), Targets.Of(labels));
        var folds = new ListedFolds(new Fold([0, 1, 2, 3], [5, 4]), new Fold([2, 3, 4, 5], [0, 1]), new Fold([0, 1, 4, 5], [2, 3]));

        var predictions = new KNeighborsClassifier { Neighbors = 1 }.CrossPredict(data, folds, cancellationToken: Token).Labels;

        Assert.Equal(labels.Levels, predictions.Levels);
        Assert.Equal(["b", "b", "a", "c", "b", "b"], Enumerable.Range(0, 6).Select(row => predictions[row]));
    }

    [Fact]
    public void Probabilities_AreThoseOfTheModelThatDidNotLearnFromTheRow()
    {
        var data = Samples.Labels(60);
        var folds = new KFold(3) { Shuffle = true };
        var forest = new RandomForestClassifier { Trees = 7 };

        var probabilities = forest.CrossPredictProbabilities(data, folds, cancellationToken: Token);
        var labels = forest.CrossPredict(data, folds, cancellationToken: Token).Labels;

        Assert.Equal(data.Targets.Labels.Levels, probabilities.Names);
        var fold = folds.Split(data.Roles)[1];
        var byHand = forest.Fit(data.Features.TakeRows(fold.Train), data.Targets.Labels.TakeRows(fold.Train)).PredictProbabilities(data.Features.TakeRows(fold.Validation));
        Assert.Equal(byHand.AsColumnMajor().ToArray(), probabilities.TakeRows(fold.Validation).AsColumnMajor().ToArray());
        for (int row = 0; row < 60; row++)
        {
            Assert.Equal(1, Enumerable.Range(0, 3).Sum(column => probabilities[row, column]), 12);
            Assert.True(probabilities[row, labels.Codes[row]] >= Enumerable.Range(0, 3).Max(column => probabilities[row, column]));
        }
    }

    [Fact]
    public void LabelThatAFoldHasNotSeen_IsImpossibleThere()
    {
        double[][] rows = [[0], [1], [10], [11], [20], [21]];
        var data = new Dataset(FeatureMatrix.FromRows(rows), Targets.Of(Categories.From(["a", "a", "b", "b", "c", "c"])));

        var probabilities = new RandomForestClassifier { Trees = 3 }.CrossPredictProbabilities(data, new KFold(3), cancellationToken: Token);

        Assert.Equal(["a", "b", "c"], probabilities.Names);
        for (int row = 0; row < 6; row++)
        {
            Assert.Equal(0, probabilities[row, row / 2]);
            Assert.Equal(1, Enumerable.Range(0, 3).Sum(column => probabilities[row, column]), 12);
        }
    }

    [Fact]
    public void RowThatIsNeverHeldBack_IsNamed()
    {
        var data = Samples.Signal(10);
        int first = Enumerable.Range(0, 10).Except(new Holdout(0.2).Split(data.Roles)[0].Validation).First();

        Assert.Contains($"row {first} is held back never by 0.2 held out", Assert.Throws<ArgumentException>(() => new Ridge().CrossPredict(data, new Holdout(0.2), cancellationToken: Token)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RepeatedFolds_PredictTheMeanOfTheirModels()
    {
        var data = Samples.Signal(30);
        var folds = new RepeatedKFold(3, 4) { Seed = 2 };
        var byFold = folds.Split(data.Roles).Select(fold => (fold, new Ridge().Fit(data.Features.TakeRows(fold.Train), [.. fold.Train.Select(row => data.Targets.Numbers[row])])));

        double[] predictions = new Ridge().CrossPredict(data, folds, cancellationToken: Token).Numbers;

        double[] expected = new double[30];
        foreach (var (fold, model) in byFold)
        {
            double[] own = model.Predict(data.Features.TakeRows(fold.Validation));
            for (int i = 0; i < own.Length; i++)
                expected[fold.Validation[i]] += own[i] / 4;
        }

        Matrices.AssertClose(expected, predictions);
    }

    [Fact]
    public void RepeatedFolds_PredictTheMostFrequentLabelAndMeanProbabilities()
    {
        double[][] rows = [[0], [1], [10], [11]];
        var data = new Dataset(FeatureMatrix.FromRows(rows), Targets.Of(Categories.From(["a", "a", "b", "b"])));

        // Row 0 is predicted by rows of a alone twice, and of b alone once.
        var folds = new ListedFolds(new Fold([1], [0]), new Fold([1], [0]), new Fold([2, 3], [0]), new Fold([0], [1, 2, 3]));
        var nearest = new KNeighborsClassifier { Neighbors = 1 };

        Assert.Equal("a", nearest.CrossPredict(data, folds, cancellationToken: Token).Labels[0]);
        Assert.Equal(2.0 / 3, nearest.CrossPredictProbabilities(data, folds, cancellationToken: Token)[0, 0], 1e-12);
    }

    [Fact]
    public void Quantiles_AreThoseOfTheModelThatDidNotLearnFromTheRow()
    {
        var data = Samples.Signal(60);
        var folds = new KFold(3);
        var forest = new QuantileForestRegressor { Trees = 7, Seed = 1 };

        var quantiles = forest.CrossPredictQuantiles(data, folds, [0.1, 0.9], cancellationToken: Token);

        var fold = folds.Split(data.Roles)[1];
        var byHand = forest.Fit(data.Features.TakeRows(fold.Train), [.. fold.Train.Select(row => data.Targets.Numbers[row])]).PredictQuantiles(data.Features.TakeRows(fold.Validation), [0.1, 0.9]);
        Assert.Equal(byHand.AsColumnMajor().ToArray(), quantiles.Values.TakeRows(fold.Validation).AsColumnMajor().ToArray());
        Assert.Throws<ArgumentException>("levels", () => forest.CrossPredictQuantiles(data, folds, [], cancellationToken: Token));
    }

    [Fact]
    public void FailingFold_IsThrown() =>
        Assert.Equal("Brittle failed in fold 0: it predicts NaN for row 0 of 5, which cannot be scored: a prediction must be a finite number.", Assert.Throws<FitException>(() => new Brittle { Behaviour = Behaviour.PredictNaN }.CrossPredict(Samples.Signal(10), new KFold(2), cancellationToken: Token)).Message);
}
