using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

public sealed class ContributionTests
{
    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Fact]
    public void BiasAndContributions_AddUpToThePrediction() => Gen.Select(Gen.Int[1, 1000], Gen.Int[1, 200], Gen.Int[1, 6], Gen.Int[1, 12]).Sample(
        (seed, rows, columns, trees) =>
        {
            var (numbers, target) = Samples.Draw(seed, rows, columns);
            var features = seed % 2 == 0 ? numbers : Samples.WithSpecialColumns(numbers, seed);
            var forest = new RandomForestRegressor { Trees = trees, Seed = seed }.Fit(features, target, Context);

            var contributions = forest.Contributions(features, context: Context);

            Matrices.AssertClose(forest.Predict(features, Context), Sums(contributions), 1e-9);
        },
        iter: 60);

    [Fact]
    public void Labels_BiasAndContributionsAddUpToTheProbability() => Gen.Select(Gen.Int[1, 1000], Gen.Int[1, 200], Gen.Int[1, 5]).Sample(
        (seed, rows, classes) =>
        {
            var (features, _) = Samples.Draw(seed, rows, 3);
            var forest = new RandomForestClassifier { Trees = 5, MinRowsInLeaf = 3, Seed = seed, ClassWeights = ClassWeights.Balanced }.Fit(features, Samples.Labels(features, classes), Context);

            var contributions = forest.Contributions(features, context: Context);

            var probabilities = forest.PredictProbabilities(features, Context);
            Assert.Equal(classes, contributions.Count);
            for (int label = 0; label < classes; label++)
                Matrices.AssertClose(probabilities.Column(label).ToArray(), Sums(contributions[label]), 1e-9);
        },
        iter: 60);

    [Fact]
    public void Bias_IsTheMeanOfTheTrainingRows()
    {
        var (features, target) = Samples.Draw(1, 300, 3);
        var labels = Samples.Labels(features, 3);

        double bias = new DecisionTreeRegressor { MaxDepth = 4 }.Fit(features, target, Context).Contributions(features, context: Context).Bias;
        var shares = new DecisionTreeClassifier { MaxDepth = 4 }.Fit(features, labels, Context).Contributions(features, context: Context);

        Assert.Equal(target.Average(), bias, 1e-9);
        for (int label = 0; label < 3; label++)
            Assert.Equal(labels.Codes.ToArray().Count(code => code == label) / 300.0, shares[label].Bias, 1e-9);
    }

    [Fact]
    public void OneSplit_GivesItsFeatureTheDifferenceOfTheMeans()
    {
        var features = FeatureMatrix.FromColumns(new FeatureNames("noise", "signal"), [1, 1, 1, 1], [0, 0, 0, 1]);

        var contributions = new DecisionTreeRegressor().Fit(features, [10, 10, 10, 30], Context).Contributions(features, context: Context);

        Assert.Equal(15, contributions.Bias);
        Assert.Equal([0, 0, 0, 0], contributions.Values.Column(0).ToArray());
        Assert.Equal([-5, -5, -5, 15], contributions.Values.Column(1).ToArray());
        Assert.Equal(["signal +15", "noise +0"], contributions.Of(3).Select(item => item.ToString()));
        Assert.Equal("signal -5", contributions.Of(0)[0].ToString());
    }

    [Fact]
    public void FeatureThatNoTreeLooksAt_ContributesNothing()
    {
        var (features, target) = Samples.Draw(2, 100, 2);
        var wide = FeatureMatrix.Concatenate(FeatureNames.Numbered(3), features, FeatureMatrix.FromColumns(new FeatureNames("constant"), new double[100]));

        var contributions = new RandomForestRegressor { Trees = 5 }.Fit(wide, target, Context).Contributions(wide, context: Context);

        Assert.All(contributions.Values.Column(2).ToArray(), value => Assert.Equal(0, value));
        Assert.Contains(contributions.Values.Column(0).ToArray(), value => value != 0);
    }

    [Fact]
    public void Threads_DoNotChangeTheContributions()
    {
        var (features, target) = Samples.Draw(3, 700, 4);
        var forest = new RandomForestRegressor { Trees = 10 }.Fit(features, target, Context);
        var results = new List<Contributions>();
        foreach (int threads in (int[])[1, 2, 8])
        {
            using var scheduler = new WorkScheduler(threads);
            results.Add(forest.Contributions(features, context: new FitContext(scheduler, TestContext.Current.CancellationToken)));
        }

        Assert.All(results, result => Assert.Equal(results[0].Values.AsColumnMajor().ToArray(), result.Values.AsColumnMajor().ToArray()));
        Assert.All(results, result => Assert.Equal(results[0].Bias, result.Bias));
    }

    [Fact]
    public void NoRows_HaveABiasAlone()
    {
        var (features, target) = Samples.Draw(4, 20, 2);

        var contributions = new RandomForestRegressor { Trees = 2 }.Fit(features, target, Context).Contributions(features.TakeRows([]), context: Context);

        Assert.Equal(0, contributions.Values.RowCount);
        Assert.Equal(target.Average(), contributions.Bias, 1.5);
    }

    [Fact]
    public void OtherColumns_AreRefused()
    {
        var (features, target) = Samples.Draw(5, 20, 2);
        var forest = new RandomForestRegressor { Trees = 2 }.Fit(features, target, Context);
        var others = Samples.OneColumn(1);

        Assert.StartsWith("RandomForestRegressor was fitted on the columns [x0, x1], but was given [x].", Assert.Throws<ColumnMismatchException>(() => forest.Contributions(others, context: Context)).Message);
        Assert.StartsWith("RandomForestRegressor was fitted on the columns [x0, x1], but was given [x].", Assert.Throws<ColumnMismatchException>(() => forest.LeafIndices(others, Context)).Message);
        Assert.StartsWith("DecisionTree was fitted on the columns [x0, x1], but was given [x].", Assert.Throws<ColumnMismatchException>(() => forest.DecisionTrees[0].DecisionPaths(others)).Message);
    }

    private static double[] Sums(Contributions contributions) =>
        [.. Enumerable.Range(0, contributions.Values.RowCount).Select(row => contributions.Bias + contributions.Of(row).Sum(item => item.Contribution))];
}
