namespace TypedTune.Learning.Tests.Forests;

/// <summary>The unit of the target changes no tree, and no prediction leaves the range of a double unseen.</summary>
public sealed class ExtremeTargetsTests
{
    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    public static TheoryData<IRegressor> Regressors =>
    [
        new DecisionTreeRegressor(),
        new DecisionTreeRegressor { Criterion = RegressionCriterion.AbsoluteError },
        new DecisionTreeRegressor { Criterion = RegressionCriterion.Poisson },
        new DecisionTreeRegressor { Bins = SplitBins.Exact },
        new DecisionTreeRegressor { MaxLeaves = 9 },
        new RandomForestRegressor { Trees = 5, MaxFeatures = 2 },
        new RandomForestRegressor { Trees = 5, SplitRule = SplitRule.Random, MinRowsInLeaf = 3 },
        new QuantileForestRegressor { Trees = 5 },
        new KNeighborsRegressor { Weights = NeighborWeights.Distance },
        new Ridge(),
    ];

    [Theory]
    [MemberData(nameof(Regressors))]
    public void TargetsTimesAPowerOfTwo_GivePredictionsTimesThat(IRegressor regressor)
    {
        var (features, target) = Positive();
        double[] expected = regressor.Fit(features, target, Context).Predict(features, Context);

        foreach (int power in (int[])[-990, -510, -300, -20, 7, 300, 510, 980])
            Assert.Equal(Scaled(expected, power), regressor.Fit(features, Scaled(target, power), Context).Predict(features, Context));
    }

    [Theory]
    [InlineData(-510)]
    [InlineData(300)]
    [InlineData(510)]
    public void LimitsInTheTargetsUnit_StopTheSameTrees(int power)
    {
        var (features, target) = Positive();

        foreach (var criterion in (RegressionCriterion[])[RegressionCriterion.SquaredError, RegressionCriterion.AbsoluteError])
        {
            int squared = criterion == RegressionCriterion.SquaredError ? 2 * power : power;
            var tree = new DecisionTreeRegressor { Criterion = criterion, MinImpurityDecrease = 1e-3 };
            var pruned = new DecisionTreeRegressor { Criterion = criterion, PruningStrength = 1e-3 };

            var expected = tree.Fit(features, target, Context).Predict(features, Context);
            var expectedPruned = pruned.Fit(features, target, Context).Predict(features, Context);

            Assert.Equal(Scaled(expected, power), (tree with { MinImpurityDecrease = Math.ScaleB(1e-3, squared) }).Fit(features, Scaled(target, power), Context).Predict(features, Context));
            Assert.Equal(Scaled(expectedPruned, power), (pruned with { PruningStrength = Math.ScaleB(1e-3, squared) }).Fit(features, Scaled(target, power), Context).Predict(features, Context));
        }
    }

    [Theory]
    [InlineData(-500)]
    [InlineData(500)]
    public void SubmodelsOfSuchTargets_AreTheForestsFittedByThemselves(int power)
    {
        var (features, target) = Positive();
        double[] scaled = Scaled(target, power);
        double squared = Math.ScaleB(1e-3, 2 * power);
        var largest = new RandomForestRegressor { Trees = 4 };
        RandomForestRegressor[] members = [largest with { MaxDepth = 3 }, largest with { MinImpurityDecrease = squared }, largest with { PruningStrength = squared }, largest with { MaxLeaves = 6 }];

        var submodels = largest.FitSubmodels(features, scaled, Context);
        double[][] together = submodels.Predict(features, members, Context);

        for (int i = 0; i < members.Length; i++)
        {
            double[] alone = members[i].Fit(features, scaled, Context).Predict(features, Context);
            Assert.Equal(alone, together[i]);
            Assert.Equal(alone, submodels.Limit(members[i]).Predict(features, Context));
            Assert.True(alone.Distinct().Count() > 3);
        }
    }

    [Theory]
    [MemberData(nameof(Regressors))]
    public void TargetsUpToTheLimit_ArePredictedInTheirRange(IRegressor regressor)
    {
        var (features, target) = Positive();
        double[] huge = [.. target.Select((value, row) => row == 0 ? 1e298 : value / target.Max() * 1e298)];

        double[] predictions = regressor.Fit(features, huge, Context).Predict(features, Context);

        Assert.All(predictions, prediction => Assert.InRange(prediction, -1e298, 2e298));
        Assert.True(predictions.Distinct().Count() > 3);
    }

    [Theory]
    [InlineData(1e307)]
    [InlineData(-1e299)]
    [InlineData(double.MaxValue)]
    public void TargetsBeyondTheLimitOfTrees_AreRefusedWithTheirRow(double value)
    {
        var (features, target) = Positive();
        target[5] = value;

        foreach (var regressor in (IRegressor[])[new DecisionTreeRegressor(), new RandomForestRegressor { Trees = 2 }, new QuantileForestRegressor { Trees = 2 }])
        {
            var error = Assert.Throws<ArgumentException>(() => regressor.Fit(features, target, Context));
            Assert.Contains("row 5, beyond ±1E+298", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void MeanOfNeighborsNearTheLargestNumber_IsTheMean()
    {
        var features = FeatureMatrix.FromColumns(new FeatureNames(["x"]), [[1, 2, 3]]);

        foreach (double size in (double[])[1e307, 1.7e308])
        {
            double[] predictions = new KNeighborsRegressor { Neighbors = 3 }.Fit(features, [size, size, size], Context).Predict(features, Context);
            Assert.All(predictions, prediction => Assert.Equal(size, prediction, size * 1e-15));
        }
    }

    [Fact]
    public void RidgeOfTargetsNearTheLargestNumber_PredictsThemOrSaysWhichRowItCannot()
    {
        var features = FeatureMatrix.FromColumns(new FeatureNames(["x"]), [[1, 2, 3, 4]]);
        var model = new Ridge { Alpha = 0 }.Fit(features, [2e307, 4e307, 6e307, 8e307], Context);

        double[] predictions = model.Predict(features, Context);
        var error = Assert.Throws<ArgumentException>(() => model.Predict(FeatureMatrix.FromColumns(new FeatureNames(["x"]), [[1, 12]]), Context));

        Assert.Equal(6e307, predictions[2], 1e294);
        Assert.Contains("row 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StreamedPredictions_AreThoseOfTheForest()
    {
        var (features, target) = Positive();
        double[] scaled = Scaled(target, 510);
        var forest = new RandomForestRegressor { Trees = 6 };

        double[] streamed = ((IFitPredict<double[]>)forest).FitPredict(features, scaled, [features], Context)[0];

        Assert.Equal(forest.Fit(features, scaled, Context).Predict(features, Context), streamed);
    }

    private static double[] Scaled(double[] values, int power) => Array.ConvertAll(values, value => Math.ScaleB(value, power));

    private static (FeatureMatrix Features, double[] Target) Positive()
    {
        var (features, target) = Samples.Draw(4, 200, 3);
        return (features, Array.ConvertAll(target, value => 0.25 + Math.Abs(value)));
    }
}
