namespace TypedTune.Learning.Tests.Forests;

/// <summary>The unit of weights changes nothing, and what single precision could not hold is refused.</summary>
public sealed class ExtremeWeightsTests
{
    private static readonly double[] Varied = [.. Enumerable.Range(0, 200).Select(row => 1 + row % 7 * 0.3)];

    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    public static TheoryData<IWeightedRegressor> Regressors =>
    [
        new DecisionTreeRegressor(),
        new DecisionTreeRegressor { Criterion = RegressionCriterion.AbsoluteError },
        new DecisionTreeRegressor { MinLeafWeightFraction = 0.02, PruningStrength = 1e-4 },
        new RandomForestRegressor { Trees = 5, MaxFeatures = 2 },
        new RandomForestRegressor { Trees = 5, SplitRule = SplitRule.Random, MinRowsInLeaf = 3 },
        new QuantileForestRegressor { Trees = 5 },
    ];

    public static TheoryData<IWeightedClassifier> Classifiers =>
    [
        new DecisionTreeClassifier(),
        new DecisionTreeClassifier { Criterion = ClassificationCriterion.Entropy },
        new RandomForestClassifier { Trees = 5, ClassWeights = ClassWeights.Balanced },
        new RandomForestClassifier { Trees = 5, ClassWeights = ClassWeights.BalancedPerTree, PruningStrength = 1e-4 },
    ];

    [Theory]
    [MemberData(nameof(Regressors))]
    public void EqualWeightsOfAnySize_GrowTheTreesOfWeightOne(IWeightedRegressor regressor)
    {
        var (features, target) = Samples.Draw(4, 200, 3);
        double[] ones = regressor.Fit(features, target, Context).Predict(features, Context);

        foreach (double weight in (double[])[1, 3, 1e18, 9e27, 1e-24, 1.1e-28])
            Assert.Equal(ones, regressor.Fit(features, target, Repeated(weight), Context).Predict(features, Context));
    }

    [Theory]
    [MemberData(nameof(Classifiers))]
    public void EqualWeightsOfAnySize_GrowTheClassTreesOfWeightOne(IWeightedClassifier classifier)
    {
        var (features, target) = Classes();
        double[] ones = Probabilities(classifier.Fit(features, target, Context), features);

        foreach (double weight in (double[])[1, 3, 1e18, 9e27, 1e-24, 1.1e-28])
            Assert.Equal(ones, Probabilities(classifier.Fit(features, target, Repeated(weight), Context), features));
    }

    [Theory]
    [MemberData(nameof(Regressors))]
    public void WeightsTimesAPowerOfTwo_GrowTheSameTrees(IWeightedRegressor regressor)
    {
        var (features, target) = Samples.Draw(4, 200, 3);
        double[] expected = regressor.Fit(features, target, Varied, Context).Predict(features, Context);

        foreach (int power in (int[])[-90, -40, 1, 40, 90])
            Assert.Equal(expected, regressor.Fit(features, target, Array.ConvertAll(Varied, weight => Math.ScaleB(weight, power)), Context).Predict(features, Context));
    }

    [Theory]
    [MemberData(nameof(Classifiers))]
    public void WeightsTimesAPowerOfTwo_GrowTheSameClassTrees(IWeightedClassifier classifier)
    {
        var (features, target) = Classes();
        double[] expected = Probabilities(classifier.Fit(features, target, Varied, Context), features);

        foreach (int power in (int[])[-90, -40, 1, 40, 90])
            Assert.Equal(expected, Probabilities(classifier.Fit(features, target, Array.ConvertAll(Varied, weight => Math.ScaleB(weight, power)), Context), features));
    }

    [Fact]
    public void WeightsZeroAndAnyOther_AreThoseOfZeroAndOne()
    {
        var (features, target) = Samples.Draw(4, 200, 3);
        double[] every = [.. Enumerable.Range(0, 200).Select(row => row % 3 == 0 ? 0.0 : 1)];
        var tree = new DecisionTreeRegressor();

        double[] expected = tree.Fit(features, target, every, Context).Predict(features, Context);

        Assert.Equal(expected, tree.Fit(features, target, Array.ConvertAll(every, weight => weight * 7e20), Context).Predict(features, Context));
    }

    [Fact]
    public void WeightsOfNodes_AreInTheUnitOfTheRows()
    {
        var (features, target) = Samples.Draw(4, 200, 3);

        foreach (double weight in (double[])[1e18, 1e-24])
        {
            var nodes = new DecisionTreeRegressor { MaxDepth = 2 }.Fit(features, target, Repeated(weight), Context).DecisionTrees[0].Nodes;
            Assert.Equal(200 * weight, nodes[0].Weight, 200 * weight * 1e-6);
            Assert.Equal(200 * weight, nodes.OfType<DecisionLeaf>().Sum(leaf => leaf.Weight), 200 * weight * 1e-6);
        }

        double all = Varied.Sum();
        Assert.Equal(all, new DecisionTreeRegressor().Fit(features, target, Varied, Context).DecisionTrees[0].Root.Weight, all * 1e-6);
    }

    [Theory]
    [InlineData(1e29)]
    [InlineData(1e-29)]
    [InlineData(1e300)]
    [InlineData(double.Epsilon)]
    public void WeightBeyondTheLimits_IsRefusedWithItsRow(double weight)
    {
        var (features, target) = Samples.Draw(4, 200, 3);
        double[] weights = Repeated(weight);

        var regression = Assert.Throws<ArgumentException>(() => new DecisionTreeRegressor().Fit(features, target, weights, Context));
        var classification = Assert.Throws<ArgumentException>(() => new RandomForestClassifier { Trees = 2 }.Fit(features, Classes().Target, weights, Context));

        Assert.Contains("The weight of row 0", regression.Message, StringComparison.Ordinal);
        Assert.Contains("from 1E-28 to 1E+28", regression.Message, StringComparison.Ordinal);
        Assert.Equal(regression.Message, classification.Message);
    }

    [Fact]
    public void WeightsFurtherApartThanTheLimit_AreRefusedWithBothRows()
    {
        var (features, target) = Samples.Draw(4, 200, 3);
        double[] weights = Repeated(1);
        (weights[3], weights[9]) = (1e-10, 1.1e8);

        var error = Assert.Throws<ArgumentException>(() => new DecisionTreeRegressor().Fit(features, target, weights, Context));

        Assert.Contains("row 9", error.Message, StringComparison.Ordinal);
        Assert.Contains("row 3", error.Message, StringComparison.Ordinal);
        weights[9] = 9e7;
        Assert.All(new DecisionTreeRegressor().Fit(features, target, weights, Context).Predict(features, Context), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void FarApartWithinTheLimit_LightRowsAreStillToldApart()
    {
        var features = FeatureMatrix.FromColumns(new FeatureNames(["x"]), [[1, 2, 3, 4]]);

        double[] predictions = new DecisionTreeRegressor().Fit(features, [10, 20, 30, 40], [1, 1e-17, 2e-17, 1], Context).Predict(features, Context);

        Assert.Equal([10, 20, 30, 40], predictions);
    }

    private static double[] Repeated(double weight) => [.. Enumerable.Repeat(weight, 200)];

    private static (FeatureMatrix Features, Categories Target) Classes()
    {
        var (features, _) = Samples.Draw(4, 200, 3);
        return (features, Samples.Labels(features, 3));
    }

    private static double[] Probabilities(IFittedClassifier fitted, FeatureMatrix features) =>
        ((IFittedProbabilisticClassifier)fitted).PredictProbabilities(features, Context).AsColumnMajor().ToArray();
}
