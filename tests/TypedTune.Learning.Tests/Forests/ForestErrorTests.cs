namespace TypedTune.Learning.Tests.Forests;

public sealed class ForestErrorTests
{
    private static readonly FeatureMatrix Good = FeatureMatrix.FromColumns(new FeatureNames("a", "b"), [1, 2, 3], [4, 5, 6]);

    [Fact]
    public void NoRows_AreRefused() =>
        AssertRefused("RandomForestRegressor needs at least one row to learn from, but the features have none.", () => Fit(Samples.OneColumn(), []));

    [Fact]
    public void NoColumns_AreRefused() =>
        AssertRefused(
            "RandomForestRegressor needs at least one column to learn from, but the features have none.",
            () => Fit(FeatureMatrix.FromColumnMajor([], 3, new FeatureNames()), [1, 2, 3]));

    [Fact]
    public void InfiniteFeature_IsRefused() =>
        AssertRefused(
            "Column b is Infinity in row 2; RandomForestRegressor takes finite and missing numbers. Correct or remove that row.",
            () => Fit(FeatureMatrix.FromColumns(new FeatureNames("a", "b"), [1, 2, 3], [4, 5, double.PositiveInfinity]), [1, 2, 3]));

    [Fact]
    public void TargetOfAnotherLength_IsRefused() =>
        AssertRefused("The features have 3 rows, but the target has 2.", () => Fit(Good, [1, 2]));

    [Fact]
    public void MissingTarget_IsRefused() =>
        AssertRefused("The target is NaN in row 1; every row that is learned from needs a finite number.", () => Fit(Good, [1, double.NaN, 2]));

    [Fact]
    public void MoreFeaturesThanThereAre_AreRefused()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new RandomForestRegressor { MaxFeatures = 3 }.Fit(Good, [1, 2, 3]));

        Assert.StartsWith("MaxFeatures must be at most the number of features, 2, but is 3.", exception.Message);
        Assert.Equal("MaxFeatures", exception.ParamName);
        Assert.Equal(3, exception.ActualValue);
    }

    [Fact]
    public void OtherColumnsAtPrediction_AreRefused()
    {
        var forest = new RandomForestRegressor { Trees = 1 }.Fit(Good, [1, 2, 3], FitContext.Default);
        var tree = new DecisionTreeRegressor().Fit(Good, [1, 2, 3], FitContext.Default);

        AssertRefused("RandomForestRegressor was fitted on the columns [a, b], but was given [x].", () => forest.Predict(Samples.OneColumn(1)));
        AssertRefused("DecisionTreeRegressor was fitted on the columns [a, b], but was given [x].", () => tree.Predict(Samples.OneColumn(1)));
    }

    [Fact]
    public void InfiniteFeatureAtPrediction_IsRefused()
    {
        var forest = new RandomForestRegressor { Trees = 1 }.Fit(Good, [1, 2, 3], FitContext.Default);

        AssertRefused(
            "Column a is -Infinity in row 0; RandomForestRegressor takes finite and missing numbers. Correct or remove that row.",
            () => forest.Predict(FeatureMatrix.FromColumns(new FeatureNames("a", "b"), [double.NegativeInfinity], [1])));
    }

    [Fact]
    public void NumberThatIsNoCategory_IsRefused()
    {
        var names = FeatureNames.OfCategories(["town"], [["Bonn", "Rome"]]);

        AssertRefused("Column town holds categories, numbered from 0 to 1, but is 2 in row 1.", () => Fit(FeatureMatrix.FromColumns(names, [0, 2, 1]), [1, 2, 3]));
        AssertRefused("Column town holds categories, numbered from 0 to 1, but is 0.5 in row 0.", () => Fit(FeatureMatrix.FromColumns(names, [0.5, 1, 1]), [1, 2, 3]));
    }

    [Fact]
    public void NegativeTargetOfPoisson_IsRefused() => AssertRefused(
        "The target is -2 in row 1; Poisson's deviance needs targets of at least 0. Use another Criterion.",
        () => new RandomForestRegressor { Criterion = RegressionCriterion.Poisson }.Fit(Good, [1, -2, 3]));

    [Fact]
    public void DirectionOfAnUnknownFeature_NamesTheNearest() => AssertRefused(
        "MonotoneConstraints names the feature 'bb', but the features are [a, b]. Did you mean 'b'?",
        () => new DecisionTreeRegressor { MonotoneConstraints = MonotoneConstraints.None.Increasing("bb") }.Fit(FeatureMatrix.FromColumns(new FeatureNames("a", "b"), [1, 2], [1, 2]), [1, 2]));

    [Fact]
    public void DirectionOfCategories_IsRefused() => AssertRefused(
        "MonotoneConstraints gives a direction to town, which holds categories and has none.",
        () => new DecisionTreeRegressor { MonotoneConstraints = MonotoneConstraints.None.Increasing("town") }
            .Fit(FeatureMatrix.FromColumns(FeatureNames.OfCategories(["town"], [["Bonn", "Rome"]]), [0, 1]), [1, 2]));

    [Fact]
    public void DirectionWithThreeClasses_IsRefused() => AssertRefused(
        "MonotoneConstraints needs two classes, since it is about the probability of the second one, but the target has 3: a, b, c.",
        () => new RandomForestClassifier { MonotoneConstraints = MonotoneConstraints.None.Decreasing("a") }
            .Fit(FeatureMatrix.FromColumns(new FeatureNames("a"), [1, 2, 3]), Categories.From(["a", "b", "c"])));

    [Fact]
    public void SecondDirectionOfAFeature_IsRefused() =>
        AssertRefused("'a' is given two directions.", () => MonotoneConstraints.None.Increasing("a").Decreasing("a"));

    [Fact]
    public void SubsampleOfMoreRowsThanThereAre_IsRefused()
    {
        var failure = Assert.ThrowsAny<ArgumentException>(() => new RandomForestRegressor { Trees = 1, Sampling = new Subsample { Rows = 4 } }.Fit(Good, [1, 2, 3]));

        Assert.StartsWith("Subsample.Rows must be at most the number of training rows, 3, but is 4. To draw more, use Bootstrap.", failure.Message, StringComparison.Ordinal);
    }

    private static object Fit(FeatureMatrix features, double[] target) => new RandomForestRegressor { Trees = 1 }.Fit(features, target);

    private static void AssertRefused(string message, Func<object> fit) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(fit).Message);
}
