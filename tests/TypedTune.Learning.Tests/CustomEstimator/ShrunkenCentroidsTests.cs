using CsCheck;
using CustomEstimator;

namespace TypedTune.Learning.Tests;

/// <summary>The sample of an estimator of one's own does what its paper and its interfaces say.</summary>
public sealed class ShrunkenCentroidsTests
{
    private static readonly Gen<(int Seed, int Rows, int Columns, int Classes)> AnyData = Gen.Select(Gen.Int[0, 10_000], Gen.Int[8, 80], Gen.Int[1, 6], Gen.Int[1, 4]);

    private static readonly Gen<double> AnyShrinkage = Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 4]);

    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Fact]
    public void Probabilities_AreThoseOfThePaper() => Gen.Select(AnyData, AnyShrinkage).Sample((data, shrinkage) =>
    {
        var (features, target) = Draw(data);

        var probabilities = Probabilities(new ShrunkenCentroids { Shrinkage = shrinkage }.Fit(features, target, Context), features);

        Matrices.AssertClose(Expected(features, target, shrinkage), probabilities, 1e-9);
        for (int row = 0; row < features.RowCount; row++)
            Assert.Equal(1, Enumerable.Range(0, data.Classes).Sum(level => probabilities[row, level]), 1e-12);
    }, iter: 100);

    [Fact]
    public void Path_PredictsEachMemberAsItsOwnFit() => Gen.Select(AnyData, AnyShrinkage.Array[1, 5]).Sample((data, shrinkages) =>
    {
        var (features, target) = Draw(data);
        ShrunkenCentroids[] members = [.. shrinkages.Select(shrinkage => new ShrunkenCentroids { Shrinkage = shrinkage })];
        IPath<Categories> first = members[0];

        var predictions = first.Widest(members, data.Rows).FitPath(features, target, Context).Predict(features, members, Context);

        for (int i = 0; i < members.Length; i++)
        {
            Assert.Equal(first.PathKey, ((IPath<Categories>)members[i]).PathKey);
            Assert.Equal(members[i].Fit(features, target, Context).Predict(features, Context).Codes.ToArray(), predictions[i].Codes.ToArray());
        }
    }, iter: 100);

    [Fact]
    public void Weights_CountLikeRepeatedRows() => Gen.Select(AnyData, AnyShrinkage).Sample((data, shrinkage) =>
    {
        data.Rows += 8; // More rows than classes have a weight then, so that something varies within a class.
        var (features, target) = Draw(data);
        double[] weights = [.. Enumerable.Range(0, data.Rows).Select(row => (double)(row / 4 % 3))];
        int[] repeated = [.. Enumerable.Range(0, data.Rows).SelectMany(row => Enumerable.Repeat(row, (int)weights[row]))];
        var configuration = new ShrunkenCentroids { Shrinkage = shrinkage };

        var weighted = ((IWeightedClassifier)configuration).Fit(features, target, weights, Context);
        var copied = configuration.Fit(features.TakeRows(repeated), target.TakeRows(repeated), Context);

        Matrices.AssertClose(Probabilities(copied, features), Probabilities(weighted, features), 1e-9);
    }, iter: 100);

    [Fact]
    public void EnoughShrinkage_LeavesTheSharesOfTheClasses()
    {
        var (features, _) = Draw((1, 10, 3, 2));
        var target = new Categories(["few", "many", "none"], [0, 0, 0, 1, 1, 1, 1, 1, 1, 1]);

        var probabilities = Probabilities(new ShrunkenCentroids { Shrinkage = 1e6 }.Fit(features, target, Context), features);

        Assert.Equal(["few", "many", "none"], probabilities.Names);
        Matrices.AssertClose(FeatureMatrix.FromRows([.. Enumerable.Repeat((double[])[0.3, 0.7, 0], 10)], probabilities.Names), probabilities, 1e-12);
    }

    [Fact]
    public void ClassWithoutRows_IsNeverPredicted()
    {
        var (features, _) = Draw((2, 8, 2, 2));
        var fitted = new ShrunkenCentroids().Fit(features, new Categories(["a", "b", "c"], [0, 2, 0, 2, 0, 2, 0, 2]), Context);

        Assert.DoesNotContain(1, fitted.Predict(features, Context).Codes.ToArray());
        Assert.All(Probabilities(fitted, features).Column(1).ToArray(), probability => Assert.Equal(0, probability));
    }

    [Fact]
    public void RowFarAway_HasProbabilitiesStill()
    {
        var (features, target) = Draw((3, 30, 2, 3));

        var probabilities = Probabilities(new ShrunkenCentroids().Fit(features, target, Context), FeatureMatrix.FromRows([[1e300, -1e300], [double.MaxValue, double.MaxValue]]));

        Assert.All(probabilities.AsColumnMajor().ToArray(), probability => Assert.InRange(probability, 0, 1));
    }

    [Fact]
    public void IllegalInput_IsRefused()
    {
        var (features, target) = Draw((4, 12, 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShrunkenCentroids { Shrinkage = -1 }.Fit(features, target, Context));
        Refused("missing (NaN) in row 1", FeatureMatrix.FromRows([[1], [double.NaN]]), Categories.From(["a", "b"]), [1, 1]);
        Refused("needs a target a row", features, Categories.From(["a", "b"]), [1, 1]);
        Refused("varies within a class", FeatureMatrix.FromRows([[1], [2]]), Categories.From(["a", "b"]), [1, 1]);
        Refused("The weight of row 2 is -1", features, target, [.. Enumerable.Range(0, 12).Select(row => row == 2 ? -1.0 : 1)]);
        Refused("the weights of all rows are 0", features, target, new double[12]);
        Refused("12 rows and 3 weights", features, target, new double[3]);

        static void Refused(string message, FeatureMatrix features, Categories target, double[] weights) => Assert.Contains(
            message, Assert.Throws<ArgumentException>(() => ((IWeightedClassifier)new ShrunkenCentroids()).Fit(features, target, weights, Context)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_FindsTheSameOnAnyNumberOfThreads()
    {
        var (features, target) = Draw((5, 60, 6, 3));
        var search = new GridSearch<ShrunkenCentroids>(ShrunkenCentroids.Space.Shrinkage.In(0, 0.5, 1, 2)) { Scoring = Metric.Accuracy, Threads = 1 };
        var data = new Dataset(features, Targets.Of(target));

        var one = search.Fit(data, cancellationToken: TestContext.Current.CancellationToken);
        var two = (search with { Threads = 2 }).Fit(data, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(one.Trials.Select(trial => trial.Score), two.Trials.Select(trial => trial.Score));
        Assert.Equal(Probabilities(one.Model, features).AsColumnMajor().ToArray(), Probabilities(two.Model, features).AsColumnMajor().ToArray());
    }

    [Fact]
    public void StepOfAPipeline_IsFittedOnWhatTheStepsBeforeItGive()
    {
        var (features, target) = Draw((6, 40, 3, 2));
        var pipeline = new ScaledCentroids { Centroids = new ShrunkenCentroids { Shrinkage = 0.5 } };
        var scaled = new StandardScaler().Fit(features, Context).Transform(features);

        FittedShrunkenCentroids fitted = pipeline.Fit(features, target, Context).Centroids;

        Assert.Equal(pipeline.Centroids.Fit(scaled, target, Context).Predict(scaled, Context).Codes.ToArray(), fitted.Predict(scaled, Context).Codes.ToArray());
        Assert.Equal([0, 0.5], ScaledCentroids.Space.Centroids.Shrinkage.In(0, 0.5).Select(candidate => candidate.Centroids.Shrinkage));
    }

    // The paper's formulas, one after the other.
    private static FeatureMatrix Expected(FeatureMatrix features, Categories target, double shrinkage)
    {
        int rows = features.RowCount, columns = features.ColumnCount, classes = target.Levels.Count;
        int[][] members = [.. Enumerable.Range(0, classes).Select(level => Enumerable.Range(0, rows).Where(row => target.Codes[row] == level).ToArray())];
        double Mean(int[] of, int c) => of.Average(row => features[row, c]);
        double[] overall = [.. Enumerable.Range(0, columns).Select(c => Mean([.. Enumerable.Range(0, rows)], c))];
        double[] s = [.. Enumerable.Range(0, columns).Select(c => Math.Sqrt(members.Sum(of => of.Sum(row => Math.Pow(features[row, c] - Mean(of, c), 2))) / rows))];
        double s0 = s.Average();
        return FeatureMatrix.FromRows([.. Enumerable.Range(0, rows).Select(row =>
        {
            double[] discriminants = [.. members.Select(of =>
            {
                double m = Math.Sqrt(1.0 / of.Length - 1.0 / rows);
                return Enumerable.Range(0, columns).Sum(c =>
                {
                    double d = m > 0 ? (Mean(of, c) - overall[c]) / (m * (s[c] + s0)) : 0;
                    double centroid = overall[c] + m * (s[c] + s0) * Math.Sign(d) * Math.Max(0, Math.Abs(d) - shrinkage);
                    return Math.Pow(features[row, c] - centroid, 2) / Math.Pow(s[c] + s0, 2);
                }) - 2 * Math.Log((double)of.Length / rows);
            })];
            double sum = discriminants.Sum(discriminant => Math.Exp(-discriminant / 2));
            return discriminants.Select(discriminant => Math.Exp(-discriminant / 2) / sum).ToArray();
        })]);
    }

    // Each class has two rows at least.
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
