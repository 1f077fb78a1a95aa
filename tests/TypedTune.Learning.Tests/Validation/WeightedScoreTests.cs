namespace TypedTune.Learning.Tests.Validation;

/// <summary>Rows with weights are scored by them, wherever they are scored.</summary>
public sealed class WeightedScoreTests
{
    private static readonly Dataset s_data = new(Samples.Labels(60).Features, Samples.Labels(60).Targets) { Weights = [.. Enumerable.Range(0, 60).Select(row => 0.5 + row % 4)] };
    private static readonly DecisionTreeClassifier s_tree = new() { MaxDepth = 2 };
    private static readonly KFold s_folds = new(3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void EveryValidation_ScoresWithTheWeightsOfTheRows()
    {
        double[] validation = [.. s_folds.Split(s_data.Roles).Select(fold => ByHand(s_data.TakeRows(fold.Train), s_data.TakeRows(fold.Validation)))];
        double[] training = [.. s_folds.Split(s_data.Roles).Select(fold => ByHand(s_data.TakeRows(fold.Train), s_data.TakeRows(fold.Train)))];
        var search = new GridSearch<DecisionTreeClassifier>(DecisionTreeClassifier.Space.MaxDepth.In(2)) { Evaluation = s_folds, Scoring = Metric.Accuracy, TrainingScores = true };

        var searched = search.Fit(s_data, cancellationToken: Token).Best.Scores[0];
        var curve = s_tree.LearningCurve(s_data, s_folds, Metric.Accuracy, new() { Sizes = [RowCount.Fraction(1)] }, Token).Points[0];

        Assert.Equal(validation, searched.Validation.Values);
        Assert.Equal(training, searched.Training!.Values);
        Assert.Equal(validation, s_tree.CrossValidate(s_data, s_folds, Metric.Accuracy, cancellationToken: Token).Validation.Values);
        Assert.Equal(validation, curve.Validation.Values);
        Assert.Equal(training, curve.Training.Values);
        Assert.Equal(validation, s_tree.PermutationTest(s_data, s_folds, Metric.Accuracy, new() { Permutations = 2 }, Token).Validation.Values);
        Assert.Equal(validation, search.CrossValidate(s_data, s_folds, cancellationToken: Token).Folds.Select(fold => fold.Score));
    }

    [Fact]
    public void UnweightedMetric_ScoresAllRowsAlike()
    {
        var fold = s_folds.Split(s_data.Roles)[0];
        var validation = s_data.TakeRows(fold.Validation);
        var train = s_data.TakeRows(fold.Train);

        double score = s_tree.CrossValidate(s_data, s_folds, Metric.Accuracy.Unweighted(), cancellationToken: Token).Validation.Values[0];

        Assert.Equal(Metric.Accuracy.Score(validation.Targets.Labels, s_tree.Fit(train.Features, train.Targets.Labels, train.Weights!).Predict(validation.Features)), score);
    }

    [Fact]
    public void PermutationImportances_AreOfWeightedScores()
    {
        var fitted = s_tree.Fit(s_data.Features, s_data.Targets.Labels, s_data.Weights!);

        var importances = PermutationImportances.Compute(fitted, s_data, Metric.Accuracy, new() { Repeats = 1 });

        Assert.Equal(Metric.Accuracy.Score(s_data.Targets.Labels, fitted.Predict(s_data.Features), s_data.Weights), importances.Score);
        Assert.NotEqual(importances.Score, PermutationImportances.Compute(fitted, new Dataset(s_data.Features, s_data.Targets), Metric.Accuracy, new() { Repeats = 1 }).Score);
    }

    [Fact]
    public void FoldWhoseRowsAllWeighNothing_FailsWithItsNumber()
    {
        var data = new Dataset(s_data.Features, s_data.Targets) { Weights = [.. Enumerable.Range(0, 60).Select(row => row < 20 ? 0.0 : 1)] };

        var failure = Assert.Throws<FitException>(() => s_tree.CrossValidate(data, s_folds, Metric.Accuracy, cancellationToken: Token));

        Assert.StartsWith("accuracy failed in fold 0: accuracy needs a row whose weight is above 0, but all 20 weights are 0.", failure.Message, StringComparison.Ordinal);
    }

    private static double ByHand(Dataset train, Dataset scored) =>
        Metric.Accuracy.Score(scored.Targets.Labels, s_tree.Fit(train.Features, train.Targets.Labels, train.Weights!).Predict(scored.Features), scored.Weights);
}
