namespace TypedTune.Learning.Tests.Forests;

/// <summary>Class weights give probabilities, or are refused before anything is fitted.</summary>
public sealed class ExtremeClassWeightsTests
{
    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(1.1e28)]
    [InlineData(1e39)]
    [InlineData(double.MaxValue)]
    [InlineData(9e-29)]
    [InlineData(double.Epsilon)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void WeightBeyondTheLimits_IsRefusedWhenItIsDeclared(double weight)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => ClassWeights.Of(("class 0", 1), ("class 1", weight)));

        Assert.Contains("'class 1' must be 0, or a number from 1E-28 to 1E+28", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsTooFarApart_AreRefusedWithBothRows()
    {
        var (features, target) = Classes();

        var error = Assert.Throws<ArgumentException>(() => new RandomForestClassifier { Trees = 2, ClassWeights = ClassWeights.Of(("class 1", 1e27)) }.Fit(features, target, Context));

        Assert.Contains("times that of its class", error.Message, StringComparison.Ordinal);
        Assert.Contains("1E+27", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsOfRowsTimesThoseOfClasses_AreHeldToTheSameLimits()
    {
        var (features, target) = Classes();
        double[] rows = [.. Enumerable.Repeat(1e20, 200)];

        var error = Assert.Throws<ArgumentException>(() => new RandomForestClassifier { Trees = 2, ClassWeights = ClassWeights.Of(("class 1", 1e10)) }.Fit(features, target, rows, Context));

        Assert.Contains("times that of its class, is 1E+30", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e17)]
    [InlineData(1e-17)]
    public void WeightsWithinTheLimits_GiveProbabilitiesAndAModelThatCanBeLoaded(double weight)
    {
        var (features, target) = Classes();
        foreach (var criterion in (ClassificationCriterion[])[ClassificationCriterion.Gini, ClassificationCriterion.Entropy])
        {
            var configuration = new RandomForestClassifier { Trees = 4, MaxDepth = 3, Criterion = criterion, ClassWeights = ClassWeights.Of(("class 1", weight)) };

            var forest = configuration.Fit(features, target, Context);

            var probabilities = forest.PredictProbabilities(features, Context);
            for (int row = 0; row < 200; row++)
                Assert.Equal(1, probabilities[row, 0] + probabilities[row, 1] + probabilities[row, 2], 1e-12);
            using var file = new MemoryStream();
            forest.Save(file);
            file.Position = 0;
            Assert.Equal(probabilities.AsColumnMajor().ToArray(), FittedRandomForestClassifier.Load(file).PredictProbabilities(features, Context).AsColumnMajor().ToArray());
        }
    }

    [Fact]
    public void EqualWeightsOfAllClasses_GrowTheTreesOfWeightOne()
    {
        var (features, target) = Classes();
        var configuration = new RandomForestClassifier { Trees = 4 };
        double[] expected = configuration.Fit(features, target, Context).PredictProbabilities(features, Context).AsColumnMajor().ToArray();

        foreach (double weight in (double[])[3, 1e18, 1e-24])
        {
            var weighed = configuration with { ClassWeights = ClassWeights.Of(("class 0", weight), ("class 1", weight), ("class 2", weight)) };
            Assert.Equal(expected, weighed.Fit(features, target, Context).PredictProbabilities(features, Context).AsColumnMajor().ToArray());
            Assert.Equal(expected, weighed.FitSubmodels(features, target, Context).Limit(weighed).PredictProbabilities(features, Context).AsColumnMajor().ToArray());
        }
    }

    private static (FeatureMatrix Features, Categories Target) Classes()
    {
        var (features, _) = Samples.Draw(4, 200, 3);
        return (features, Samples.Labels(features, 3));
    }
}
