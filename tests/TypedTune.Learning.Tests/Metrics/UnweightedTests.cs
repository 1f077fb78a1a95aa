using TypedTune.Learning.Tests.Validation;

namespace TypedTune.Learning.Tests;

/// <summary>Rows with weights that are scored as if they had none.</summary>
public sealed class UnweightedTests
{
    [Fact]
    public void Score_DoesNotLookAtTheWeights()
    {
        var unweighted = Metric.MeanAbsoluteError.Unweighted();

        Assert.Equal(2.0, unweighted.Score(Targets.Of([1.0, 2.0]), new Predictions([2.0, 5.0]), [1, 0]));
        Assert.Equal(("unweighted MAE", Direction.Minimize, "unweighted MAE"), (unweighted.Name, unweighted.Direction, unweighted.ToString()));
        Assert.Same(Metric.LogLoss.Needs.GetType(), Metric.LogLoss.Unweighted().Needs.GetType());
        Assert.True(Metric.LogLoss.Unweighted().Needs.Probabilities);
    }

    [Fact]
    public void BothInOneSearch_AreScoredEachInItsWay()
    {
        var data = new Dataset(Samples.Labels(60).Features, Samples.Labels(60).Targets) { Weights = [.. Enumerable.Range(0, 60).Select(row => 1.0 + row % 3)] };
        var search = new GridSearch<DecisionTreeClassifier>(DecisionTreeClassifier.Space.MaxDepth.In(2)) { Evaluation = new Holdout(0.5), Scoring = Metric.Accuracy, Metrics = [Metric.Accuracy.Unweighted()] };

        var scores = search.Fit(data, cancellationToken: TestContext.Current.CancellationToken).Best.Scores;

        var fold = new Holdout(0.5).Split(data.Roles)[0];
        var (train, validation) = (data.TakeRows(fold.Train), data.TakeRows(fold.Validation));
        var predictions = new DecisionTreeClassifier { MaxDepth = 2 }.Fit(train.Features, train.Targets.Labels, train.Weights!).Predict(validation.Features);
        Assert.Equal(Metric.Accuracy.Score(validation.Targets.Labels, predictions, validation.Weights), scores[0].Validation.Mean);
        Assert.Equal(Metric.Accuracy.Score(validation.Targets.Labels, predictions), scores[1].Validation.Mean);
        Assert.NotEqual(scores[0].Validation.Mean, scores[1].Validation.Mean);
    }
}
