using TypedTune.Learning.Tests.Searching;

namespace TypedTune.Learning.Tests.Validation;

public sealed class PermutationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void ClearSignal_HasTheSmallestPValueThatThereIs()
    {
        var result = new Ridge().PermutationTest(Samples.Signal(40), new KFold(4), Metric.RootMeanSquaredError, new() { Permutations = 39 }, Token);

        Assert.Equal(1.0 / 40, result.PValue);
        Assert.Equal(39, result.PermutedScores.Count);
        Assert.All(result.PermutedScores, score => Assert.True(score > result.Score));
        Assert.Equal(new Ridge().CrossValidate(Samples.Signal(40), new KFold(4), Metric.RootMeanSquaredError, cancellationToken: Token).Validation.Values, result.Validation.Values);
    }

    [Fact]
    public void PureNoise_HasPValuesThatAreSpreadEvenly()
    {
        // Under chance p is uniform: twelve of them add up to 6 in the mean, with a standard deviation of 1.
        double sum = Enumerable.Range(0, 12).Sum(seed => new Ridge().PermutationTest(Samples.Noise(30, seed), new KFold(3), Metric.RootMeanSquaredError, new() { Permutations = 29, Seed = seed }, Token).PValue);

        Assert.InRange(sum, 3, 9);
    }

    [Fact]
    public void ScoresAsGood_CountAgainstTheModel()
    {
        // The same prediction for all rows scores the same wherever the one fold's targets stand together.
        double[] target = [1, 1, 1, 1, 1, 1];
        var data = new Dataset(FeatureMatrix.FromRows([[1], [2], [3], [4], [5], [6]]), target);

        Assert.Equal(1, new Brittle().PermutationTest(data, new KFold(2), Metric.RootMeanSquaredError, new() { Permutations = 5 }, Token).PValue);
    }

    [Fact]
    public void PermutedScore_IsThatOfACrossValidationOfPermutedTargets()
    {
        var data = Samples.Labels(40);
        var folds = new StratifiedKFold(4);
        int[] order = [.. Enumerable.Range(0, 40)];
        Seed.Of(9).Derive(2).Stream().Shuffle(order.AsSpan());
        var permuted = new Dataset(data.Features, data.Targets.TakeRows(order));

        var result = new KNeighborsClassifier().PermutationTest(data, folds, Metric.Accuracy, new() { Permutations = 3, Seed = 9 }, Token);

        Assert.Equal(new KNeighborsClassifier().CrossValidate(permuted, folds, Metric.Accuracy, cancellationToken: Token).Validation.Mean, result.PermutedScores[2]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Scores_AreTheSameBitsAtAnyNumberOfThreads(int threads)
    {
        var plots = Plot.Many(60);
        var expected = new PlotModel().PermutationTest(plots, new KFold(2), Metric.RSquared, new() { Permutations = 4, Threads = 1 }, Token);

        var actual = new PlotModel().PermutationTest(plots, new KFold(2), Metric.RSquared, new() { Permutations = 4, Threads = threads }, Token);

        Assert.Equal(expected.PermutedScores, actual.PermutedScores);
        Assert.Equal(expected.Score, actual.Score);
    }

    [Fact]
    public void OutOfBag_IsTestedLikeFolds()
    {
        var forest = new RandomForestRegressor { Trees = 20 };
        var data = Samples.Signal(60);
        int[] order = [.. Enumerable.Range(0, 60)];
        Seed.Of(0).Derive(0).Stream().Shuffle(order.AsSpan());
        var permuted = new Dataset(data.Features, data.Targets.TakeRows(order));

        var result = forest.PermutationTest(data, new OutOfBag(), Metric.RSquared, new() { Permutations = 9 }, Token);

        Assert.Equal(0.1, result.PValue);
        Assert.Equal(forest.CrossValidate(permuted, new OutOfBag(), Metric.RSquared, cancellationToken: Token).Validation.Mean, result.PermutedScores[0]);
    }

    [Fact]
    public void Steps_AreFittedOnceAFoldForAllPermutations()
    {
        int before = CountingStep.Fits;

        new CountingModel().PermutationTest(Samples.Signal(30), new KFold(3), Metric.RSquared, new() { Permutations = 10 }, Token);

        Assert.Equal(before + 3, CountingStep.Fits);
    }

    [Fact]
    public void Scores_DoNotDependOnHowManyPermutationsAreHeldAtOnce()
    {
        var run = new PermutationRun<Ridge, Dataset, FittedRidge>(new Ridge(), Samples.Signal(30), new KFold(3), Metric.RSquared) { Seed = Seed.Of(4) };

        var expected = run.Run(7, Token);
        var actual = (run with { TargetsAtOnce = 3 * 30 * 3 }).Run(7, Token);

        Assert.Equal(7, actual.PermutedScores.Count);
        Assert.Equal(expected.Score, actual.Score);
        Assert.Equal(expected.PermutedScores, actual.PermutedScores);
    }

    [Fact]
    public void IllegalArguments_AreRefused() =>
        Assert.StartsWith("Permutations must be from 1 to 1000000, but is 0.", Assert.Throws<ArgumentOutOfRangeException>(() => new Ridge().PermutationTest(Samples.Signal(10), new KFold(2), Metric.RSquared, new() { Permutations = 0 }, Token)).Message, StringComparison.Ordinal);

    [Fact]
    public void Text_HasScoreAndPValue()
    {
        var result = new Ridge().PermutationTest(Samples.Signal(30), new KFold(3), Metric.RSquared, new() { Permutations = 9 }, Token);

        Assert.Equal(FormattableString.Invariant($"R² {result.Score:G6}, p = 0.1 by 9 permutations"), result.ToString());
    }
}

[Pipeline]
public sealed partial record CountingModel
{
    public CountingStep Scale { get; init; } = new();
    public Ridge Ridge { get; init; } = new();
}

/// <summary>Leaves numbers as they are, and counts its fits.</summary>
public sealed partial record CountingStep : ITransformer<FittedPassthrough>
{
    private static int s_fits;

    public static int Fits => Volatile.Read(ref s_fits);

    public FittedPassthrough Fit(FeatureMatrix input, FitContext? context = null)
    {
        Interlocked.Increment(ref s_fits);
        return new Passthrough().Fit(input, context);
    }
}
