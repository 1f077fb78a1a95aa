namespace TypedTune.Learning.Tests.Forests;

/// <summary>What classification trees refuse, and how they say so.</summary>
public sealed class ClassificationErrorTests
{
    private static readonly FeatureMatrix Features = Samples.OneColumn(1, 2, 3);
    private static readonly Categories Target = Categories.From(["a", "b", "a"]);

    private static string Message(Action<RandomForestClassifier> fit, RandomForestClassifier? configuration = null) =>
        Assert.ThrowsAny<ArgumentException>(() => fit(configuration ?? new RandomForestClassifier())).Message;

    [Fact]
    public void MissingLabel_NamesItsRow() =>
        Assert.Contains("missing in row 1", Message(forest => forest.Fit(Features, Categories.From(["a", null, "b"]))), StringComparison.Ordinal);

    [Fact]
    public void OtherLength_NamesBoth() =>
        Assert.Contains("3 rows, but the target has 2", Message(forest => forest.Fit(Features, Categories.From(["a", "b"]))), StringComparison.Ordinal);

    [Fact]
    public void MissingFeature_NamesRowAndColumn() =>
        Assert.Contains("Column x is Infinity in row 2", Message(forest => forest.Fit(Samples.OneColumn(1, 2, double.PositiveInfinity), Target)), StringComparison.Ordinal);

    [Theory]
    [InlineData(-1.0, "-1")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void IllegalWeight_NamesItsRow(double weight, string text) =>
        Assert.Contains($"weight of row 1 is {text}", Message(forest => forest.Fit(Features, Target, [1, weight, 1])), StringComparison.Ordinal);

    [Fact]
    public void WeightsOfOtherLength_NameBoth() =>
        Assert.Contains("3 rows, but 2 weights", Message(forest => forest.Fit(Features, Target, [1, 1])), StringComparison.Ordinal);

    [Fact]
    public void NoWeight_IsRefused() =>
        Assert.Contains("weights of all rows are 0", Message(forest => forest.Fit(Features, Target, [0, 0, 0])), StringComparison.Ordinal);

    [Fact]
    public void WeightOfAnUnknownClass_NamesIt() => Assert.Contains(
        "'c', which is not one of the target's: a, b",
        Message(forest => forest.Fit(Features, Target), new RandomForestClassifier { ClassWeights = ClassWeights.Of(("c", 2)) }),
        StringComparison.Ordinal);

    [Fact]
    public void ClassWeights_RefuseRepeatsAndNegatives()
    {
        Assert.Contains("two weights", Assert.Throws<ArgumentException>(() => ClassWeights.Of(("a", 1), ("a", 2))).Message, StringComparison.Ordinal);
        Assert.Contains("'a' must be 0, or a number from 1E-28 to 1E+28, but is -1", Assert.Throws<ArgumentOutOfRangeException>(() => ClassWeights.Of(("a", -1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ClassWeights_CompareByValue()
    {
        Assert.Equal(ClassWeights.Of(("a", 1), ("b", 2)), ClassWeights.Of(("b", 2), ("a", 1)));
        Assert.NotEqual(ClassWeights.Of(("a", 1)), ClassWeights.Of(("a", 2)));
        Assert.NotEqual(ClassWeights.Balanced, ClassWeights.BalancedPerTree);
        Assert.Equal("a: 1, b: 2.5", ClassWeights.Of(("b", 2.5), ("a", 1)).ToString());
    }
}
