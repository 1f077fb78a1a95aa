namespace TypedTune.Learning.Tests.Validation;

public sealed class ValidationOptionsTests
{
    [Fact]
    public void Defaults_KeepScoresOnlyAndUseAllProcessors()
    {
        Assert.Equal((false, false, null), (new CrossValidationOptions().TrainingScores, new CrossValidationOptions().KeepModels, new CrossValidationOptions().Threads));
        Assert.Equal((100, 0, null), (new PermutationTestOptions().Permutations, new PermutationTestOptions().Seed, new PermutationTestOptions().Threads));
        Assert.Equal((5, 0), (new PermutationImportanceOptions().Repeats, new PermutationImportanceOptions().Seed));
        Assert.Equal([RowCount.Fraction(0.1), RowCount.Fraction(0.325), RowCount.Fraction(0.55), RowCount.Fraction(0.775), RowCount.Fraction(1)], new LearningCurveOptions().Sizes);
    }

    [Fact]
    public void LessThanOneThread_IsRefused()
    {
        Refused(() => new CrossValidationOptions { Threads = 0 });
        Refused(() => new LearningCurveOptions { Threads = 0 });
        Refused(() => new PermutationTestOptions { Threads = 0 });

        static void Refused(Func<object> create) =>
            Assert.StartsWith("Threads must be at least 1, but is 0.", Assert.Throws<ArgumentOutOfRangeException>(create).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SizesOfALearningCurve_AreCopied()
    {
        RowCount[] sizes = [10, 20];
        var options = new LearningCurveOptions { Sizes = sizes };

        sizes[0] = 1;

        Assert.Equal([10, 20], options.Sizes);
    }

    [Fact]
    public void NoSizes_AreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new LearningCurveOptions { Sizes = null! });
        Assert.Throws<ArgumentException>(() => new LearningCurveOptions { Sizes = [] });
    }
}
