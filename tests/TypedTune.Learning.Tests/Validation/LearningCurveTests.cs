using CsCheck;
using TypedTune.Learning.Tests.Searching;

namespace TypedTune.Learning.Tests.Validation;

public sealed class LearningCurveTests
{
    private static readonly Dataset s_signal = Samples.Signal(50);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void AllRows_HaveTheScoresOfACrossValidation()
    {
        var plots = Plot.Many(80);
        var expected = new PlotModel().CrossValidate(plots, new KFold(3), Metric.RootMeanSquaredError, new() { TrainingScores = true }, Token);

        var last = new PlotModel().LearningCurve(plots, new KFold(3), Metric.RootMeanSquaredError, new() { Sizes = [RowCount.Fraction(0.5), RowCount.Fraction(1)] }, Token).Points[^1];

        Assert.Equal([53, 53, 54], last.TrainingRows);
        Assert.Equal(expected.Validation.Values, last.Validation.Values);
        Assert.Equal(expected.Training!.Values, last.Training.Values);
    }

    [Fact]
    public void Sizes_AreFiveFromATenthToAllUnlessTheyAreGiven() =>
        Assert.Equal([3, 10, 18, 25, 32], new Ridge().LearningCurve(s_signal, new Holdout(0.36), Metric.RSquared, cancellationToken: Token).Points.Select(point => point.TrainingRows.Single()));

    [Fact]
    public void SmallerSets_ArePartsOfLargerOnesAndScoredOnTheSameRows()
    {
        var seen = new SeenRows();
        var data = new Dataset(FeatureMatrix.FromColumns(new FeatureNames("row"), [[.. Enumerable.Range(0, 50).Select(row => (double)row)]]), s_signal.Targets);

        new Recording(seen).LearningCurve(data, new KFold(2), Metric.RSquared, new() { Sizes = [5, 10, RowCount.Fraction(0.8)], Seed = 3, Threads = 1 }, Token);

        foreach (var fold in new KFold(2).Split(data.Roles))
        {
            double[][] sets = [.. seen.Learned.Where(rows => rows.All(row => fold.Train.Contains((int)row))).OrderBy(rows => rows.Length)];
            Assert.Equal([5, 10, 20], sets.Select(rows => rows.Length));
            Assert.Empty(sets[0].Except(sets[1]));
            Assert.Empty(sets[1].Except(sets[2]));
            Assert.All(sets, rows => Assert.Equal(rows.Order(), rows));
        }
    }

    [Fact]
    public void Points_DependOnTheSeedAndTheirOwnSizeAlone() =>
        Gen.Select(Gen.Int[2, 20], Gen.Int[2, 20], Gen.Int[0, 100]).Sample((one, other, seed) =>
        {
            var both = new Ridge().LearningCurve(s_signal, new KFold(2), Metric.RootMeanSquaredError, new() { Sizes = [one, other], Seed = seed, Threads = 2 }, Token);
            var alone = new Ridge().LearningCurve(s_signal, new KFold(2), Metric.RootMeanSquaredError, new() { Sizes = [other], Seed = seed, Threads = 1 }, Token);

            Assert.Equal(alone.Points[0].Validation.Values, both.Points[1].Validation.Values);
            Assert.Equal(alone.Points[0].Training.Values, both.Points[1].Training.Values);
        }, iter: 20);

    [Fact]
    public void OtherSeeds_TakeOtherRows()
    {
        RowCount[] sizes = [10];
        var first = new Ridge().LearningCurve(s_signal, new KFold(2), Metric.RSquared, new() { Sizes = sizes, Seed = 1 }, Token);
        var second = new Ridge().LearningCurve(s_signal, new KFold(2), Metric.RSquared, new() { Sizes = sizes, Seed = 2 }, Token);

        Assert.NotEqual(first.Points[0].Validation.Values, second.Points[0].Validation.Values);
    }

    [Fact]
    public void IllegalSizes_AreRefused()
    {
        RowCount[] none = [], many = [26];

        Assert.StartsWith("A learning curve needs at least one number of rows", Assert.Throws<ArgumentException>(() => new Ridge().LearningCurve(s_signal, new KFold(2), Metric.RSquared, new() { Sizes = none }, Token)).Message, StringComparison.Ordinal);
        Assert.StartsWith("26 rows cannot be learned from in fold 0, which has 25", Assert.Throws<ArgumentException>(() => new Ridge().LearningCurve(s_signal, new KFold(2), Metric.RSquared, new() { Sizes = many }, Token)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_HasALineAPoint()
    {
        var table = new Ridge().LearningCurve(s_signal, new KFold(4), Metric.RSquared, new() { Sizes = [4, RowCount.Fraction(1.0)] }, Token).ToTable();

        Assert.Equal(["rows", "mean R²", "std", "train R²", "train std"], table.Headers);
        Assert.Equal(["4", "37–38"], table.Rows.Select(row => row[0]));
    }

    private sealed class SeenRows
    {
        public List<double[]> Learned { get; } = [];
    }

    /// <summary>Predicts the mean, and tells what it learned from.</summary>
    private sealed class Recording(SeenRows seen) : IRegressor<Recording, FittedBrittle>
    {
        public FittedBrittle Fit(FeatureMatrix features, double[] target, FitContext? context = null)
        {
            seen.Learned.Add(features.Column(0).ToArray());
            return new FittedBrittle(target.Average());
        }
    }
}
