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
    public void MissingFeature_IsRefused() =>
        AssertRefused(
            "Column b is missing (not a number) in row 2; RandomForestRegressor needs finite numbers. Put an imputer before it.",
            () => Fit(FeatureMatrix.FromColumns(new FeatureNames("a", "b"), [1, 2, 3], [4, 5, double.NaN]), [1, 2, 3]));

    [Fact]
    public void InfiniteFeature_IsRefused() =>
        AssertRefused(
            "Column a is -Infinity in row 1; DecisionTreeRegressor needs finite numbers. Put an imputer before it.",
            () => new DecisionTreeRegressor().Fit(FeatureMatrix.FromColumns(new FeatureNames("a"), [1, double.NegativeInfinity]), [1, 2]));

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
    public void MissingFeatureAtPrediction_IsRefused()
    {
        var forest = new RandomForestRegressor { Trees = 1 }.Fit(Good, [1, 2, 3], FitContext.Default);

        AssertRefused(
            "Column a is missing (not a number) in row 0; RandomForestRegressor needs finite numbers. Put an imputer before it.",
            () => forest.Predict(FeatureMatrix.FromColumns(new FeatureNames("a", "b"), [double.NaN], [1])));
    }

    private static object Fit(FeatureMatrix features, double[] target) => new RandomForestRegressor { Trees = 1 }.Fit(features, target);

    private static void AssertRefused(string message, Func<object> fit) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(fit).Message);
}
