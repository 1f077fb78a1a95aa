using CsCheck;
using CustomEstimator;

namespace TypedTune.Learning.Tests;

/// <summary>The sample of an estimator of one's own does what its definition and its interfaces say.</summary>
public sealed class ParzenWindowsTests
{
    private static readonly Gen<(int Seed, int Rows, int Columns, int Classes)> AnyData = Gen.Select(Gen.Int[0, 10_000], Gen.Int[1, 60], Gen.Int[1, 6], Gen.Int[1, 4]);

    private static readonly Gen<double> AnyWidth = Gen.Double[-2, 1].Select(exponent => Math.Pow(10, exponent));

    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Fact]
    public void Probabilities_AreSharesOfTheVotes() => Gen.Select(AnyData, Gen.Double[0.3, 10]).Sample((data, width) =>
    {
        var (features, target) = Draw(data);

        var probabilities = Probabilities(new ParzenWindows { Width = width }.Fit(features, target, Context), features);

        for (int row = 0; row < data.Rows; row++)
        {
            double[] votes = [.. Enumerable.Range(0, data.Rows).Select(voter => Vote(Enumerable.Range(0, data.Columns).Select(c => features[row, c] - features[voter, c]), width))];
            for (int level = 0; level < data.Classes; level++)
                Assert.Equal(votes.Where((_, voter) => target.Codes[voter] == level).Sum() / votes.Sum(), probabilities[row, level], 1e-9);
        }
    }, iter: 100);

    [Fact]
    public void Submodels_PredictAsFitsOfTheirOwn() => Gen.Select(AnyData, AnyWidth.Array[1, 5]).Sample((data, widths) =>
    {
        var (features, target) = Draw(data);
        ParzenWindows[] members = [.. widths.Select(width => new ParzenWindows { Width = width })];
        ISubmodels<Categories> first = members[0];

        var predictions = first.Widest(members, data.Rows).FitSubmodels(features, target, Context).Predict(features, members, Context);

        for (int i = 0; i < members.Length; i++)
        {
            Assert.Equal(first.SubmodelKey, ((ISubmodels<Categories>)members[i]).SubmodelKey);
            Assert.Equal(members[i].Fit(features, target, Context).Predict(features, Context).Codes.ToArray(), predictions[i].Codes.ToArray());
        }
    }, iter: 100);

    [Fact]
    public void Weights_CountLikeRepeatedRows() => Gen.Select(AnyData, AnyWidth).Sample((data, width) =>
    {
        data.Rows += 2;
        var (features, target) = Draw(data);
        double[] weights = [.. Enumerable.Range(0, data.Rows).Select(row => (double)(row % 3))];
        int[] repeated = [.. Enumerable.Range(0, data.Rows).SelectMany(row => Enumerable.Repeat(row, (int)weights[row]))];
        var configuration = new ParzenWindows { Width = width };

        var weighted = configuration.Fit(features, target, weights, Context);
        var copied = configuration.Fit(features.TakeRows(repeated), target.TakeRows(repeated), Context);

        Matrices.AssertClose(Probabilities(copied, features), Probabilities(weighted, features), 1e-9);
    }, iter: 100);

    [Fact]
    public void WideWindow_LeavesTheSharesOfTheClasses()
    {
        var (features, _) = Draw((1, 10, 3, 2));
        var target = new Categories(["few", "many", "none"], [0, 0, 0, 1, 1, 1, 1, 1, 1, 1]);

        var probabilities = Probabilities(new ParzenWindows { Width = 1000 }.Fit(features, target, Context), features);

        Assert.Equal(["few", "many", "none"], probabilities.Names);
        Matrices.AssertClose(FeatureMatrix.FromRows([.. Enumerable.Repeat((double[])[0.3, 0.7, 0], 10)], probabilities.Names), probabilities, 1e-4);
    }

    [Fact]
    public void NarrowWindow_TakesTheNearestRow()
    {
        var fitted = new ParzenWindows { Width = 0.001 }.Fit(FeatureMatrix.FromRows([[0], [1], [5]]), Categories.From(["a", "b", "c"]), Context);

        Assert.Equal([0, 0, 1, 2, 2], fitted.Predict(FeatureMatrix.FromRows([[-1e300], [0.4], [0.6], [5.1], [1e9]]), Context).Codes.ToArray());
    }

    [Fact]
    public void RowFarAway_HasProbabilitiesStill()
    {
        var (features, target) = Draw((3, 30, 2, 3));

        var probabilities = Probabilities(new ParzenWindows().Fit(features, target, Context), FeatureMatrix.FromRows([[1e300, -1e300], [double.MaxValue, double.MaxValue]]));

        for (int row = 0; row < 2; row++)
            Assert.Equal(1, Enumerable.Range(0, 3).Sum(level => probabilities[row, level]), 1e-12);
    }

    [Fact]
    public void ChangedInput_DoesNotChangeTheFit()
    {
        double[] values = [0, 1];
        double[] weights = [1, 1];
        var fitted = new ParzenWindows().Fit(FeatureMatrix.FromColumnMajor(values, 2, FeatureNames.Numbered(1)), Categories.From(["a", "b"]), weights, Context);
        (values[0], values[1], weights[0]) = (9, -9, 50);

        Assert.Equal([0, 1], fitted.Predict(FeatureMatrix.FromRows([[0.1], [0.9]]), Context).Codes.ToArray());
    }

    [Fact]
    public void IllegalInput_IsRefused()
    {
        var (features, target) = Draw((4, 12, 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParzenWindows { Width = 0 }.Fit(features, target, Context));
        Refused("missing (NaN) in row 1", FeatureMatrix.FromRows([[1], [double.NaN]]), Categories.From(["a", "b"]), [1, 1]);
        Refused("target is missing in row 1", FeatureMatrix.FromRows([[1], [2]]), new Categories(["a"], [0, -1]), [1, 1]);
        Refused("needs a target a row", features, Categories.From(["a", "b"]), [1, 1]);
        Refused("The weight of row 2 is -1", features, target, [.. Enumerable.Range(0, 12).Select(row => row == 2 ? -1.0 : 1)]);
        Refused("the weights of all rows are 0", features, target, new double[12]);
        Refused("12 rows and 3 weights", features, target, new double[3]);
        Assert.Contains("was fitted on the columns [x0, x1]", Assert.Throws<ColumnMismatchException>(() => new ParzenWindows().Fit(features, target, Context).Predict(FeatureMatrix.FromRows([[1]]), Context)).Message, StringComparison.Ordinal);

        static void Refused(string message, FeatureMatrix features, Categories target, double[] weights) => Assert.Contains(
            message, Assert.Throws<ArgumentException>(() => new ParzenWindows().Fit(features, target, weights, Context)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_FindsTheSameOnAnyNumberOfThreads()
    {
        var (features, target) = Draw((5, 60, 6, 3));
        var search = new GridSearch<ParzenWindows>(ParzenWindows.Space.Width.In(0.1, 0.5, 1, 2)) { Scoring = Metric.Accuracy, Threads = 1 };
        var data = new Dataset(features, Targets.Of(target));

        var one = search.Fit(data, cancellationToken: TestContext.Current.CancellationToken);
        var two = (search with { Threads = 2 }).Fit(data, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(one.Trials.Select(trial => trial.Score), two.Trials.Select(trial => trial.Score));
        Assert.Equal(Probabilities(one.Model, features).AsColumnMajor().ToArray(), Probabilities(two.Model, features).AsColumnMajor().ToArray());
    }

    [Fact]
    public void SearchOfWeightedRows_LearnsFromTheWeights()
    {
        var features = FeatureMatrix.FromRows([.. Enumerable.Range(0, 40).Select(row => (double[])[row % 2])]);
        var data = new Dataset(features, Targets.Of(new Categories(["a", "b"], [.. Enumerable.Range(0, 40).Select(row => row / 2 % 2)])))
        {
            Weights = [.. Enumerable.Range(0, 40).Select(row => row / 2 % 2 == row % 2 ? 3.0 : 1)],
        };

        var model = new GridSearch<ParzenWindows>(ParzenWindows.Space.Width.In(0.1)) { Scoring = Metric.Accuracy }.Fit(data, cancellationToken: TestContext.Current.CancellationToken).Model;

        Matrices.AssertClose(FeatureMatrix.FromRows([[0.75, 0.25], [0.25, 0.75]], new FeatureNames("a", "b")), Probabilities(model, FeatureMatrix.FromRows([[0], [1]])), 1e-9);
    }

    [Fact]
    public void StepOfAPipeline_IsFittedOnWhatTheStepsBeforeItGive()
    {
        var (features, target) = Draw((6, 40, 3, 2));
        var pipeline = new ScaledWindows { Windows = new ParzenWindows { Width = 0.5 } };
        var scaled = new StandardScaler().Fit(features, Context).Transform(features);

        FittedParzenWindows fitted = pipeline.Fit(features, target, Context).Windows;

        Assert.Equal(pipeline.Windows.Fit(scaled, target, Context).Predict(scaled, Context).Codes.ToArray(), fitted.Predict(scaled, Context).Codes.ToArray());
        Assert.Equal([0.1, 0.5], ScaledWindows.Space.Windows.Width.In(0.1, 0.5).Select(candidate => candidate.Windows.Width));
    }

    private static double Vote(IEnumerable<double> offsets, double width) => offsets.Aggregate(1.0, (vote, offset) => vote * Math.Exp(-offset * offset / (2 * width * width)));

    private static (FeatureMatrix Features, Categories Target) Draw((int Seed, int Rows, int Columns, int Classes) data)
    {
        var stream = Seed.Of(data.Seed).Stream();
        int[] codes = [.. Enumerable.Range(0, data.Rows).Select(row => row % data.Classes)];
        var values = new double[data.Rows * data.Columns];
        for (int i = 0; i < values.Length; i++)
            values[i] = stream.NextNormal() + (i / data.Rows == codes[i % data.Rows] ? 1 : 0);
        return (FeatureMatrix.FromColumnMajor(values, data.Rows, FeatureNames.Numbered(data.Columns)), new Categories([.. Enumerable.Range(0, data.Classes).Select(level => $"class {level}")], codes));
    }

    private static FeatureMatrix Probabilities(IFittedClassifier fitted, FeatureMatrix features) => ((IFittedProbabilisticClassifier)fitted).PredictProbabilities(features, Context);
}
