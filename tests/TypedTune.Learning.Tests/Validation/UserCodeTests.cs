using TypedTune.Learning.Tests.Searching;

namespace TypedTune.Learning.Tests.Validation;

#pragma warning disable xUnit1051 // What is shown to users stands here as they write it.

/// <summary>The code that a user writes: every type is found by the compiler.</summary>
public sealed class UserCodeTests
{
    [Fact]
    public void EveryValidation_IsCalledWithoutATypeArgument()
    {
        var train = Plot.Many(90);

        #region certainty
        var model = new PlotModel();
        var folds = new KFold(3);
        var scored = model.CrossValidate(train, folds, [Metric.RootMeanSquaredError, Metric.RSquared], new() { TrainingScores = true, KeepModels = true });
        Console.WriteLine($"{scored.Validation.Mean:F3} ± {scored.Validation.StandardError:F3}"); // scored.Folds[0].Model is a PlotModel.Fitted

        double[] predictions = model.CrossPredict(train, folds).Numbers; // each by the model that did not learn from it
        LearningCurve byRows = model.LearningCurve(train, folds, Metric.RSquared, new() { Sizes = [20, 40, RowCount.Fraction(1.0)] });
        PermutationTestResult luck = model.PermutationTest(train, folds, Metric.RSquared, new() { Permutations = 20 }); // luck.PValue

        var p = PlotModel.Space;
        ValidationCurve<PlotModel> byDepth = p.Forest.MaxDepth.In(1, 2, 4, 8).ValidationCurve(train, folds, Metric.RSquared);
        var search = new GridSearch<PlotModel>(p.Features.Geo.Clusters.In(3, 5) * p.Forest.MaxFeatures.In(2, 4)) { Evaluation = folds, Scoring = Metric.RSquared };
        var nested = search.CrossValidate(train, outer: new KFold(4)); // what the whole search is worth
        foreach (var fold in nested.Folds)
            Console.WriteLine($"{fold.Score:F3}, {fold.InnerScore:F3} in the search, {fold.Configuration.Features.Geo.Clusters} clusters");
        #endregion

        PlotModel.Fitted first = scored.Folds[0].Model;
        Assert.Equal(model, first.Configuration);
        Assert.Equal(90, predictions.Length);
        Assert.Equal([20, 40, 60], byRows.Points.Select(point => point.TrainingRows[0]));
        Assert.Equal(1.0 / 21, luck.PValue);
        Assert.Equal(["1", "2", "4", "8"], byDepth.Points.Select(point => point.Value));
        Assert.Equal(4, nested.Folds.Count);
    }
}
