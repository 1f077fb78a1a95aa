using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

/// <summary>A forest that predicts while it grows says what it would say afterwards, bit for bit.</summary>
public sealed class TransientForestTests
{
    private static readonly Gen<(int Seed, int Rows, int Columns, int Levels)> AnyData =
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[1, 300], Gen.Int[1, 40], Gen.Int[0, 30]);

    private static readonly RowSampling[] Samplings = [new Bootstrap(), new Subsample(), new EveryRow()];

    private static readonly WorkScheduler[] Schedulers = [new(1), new(2), new(8)];

    [Fact]
    public void Regressor_PredictsAsAfterItsFit() => Gen.Select(AnyData, Gen.Enum<SplitBins>(), Gen.Enum<RegressionCriterion>(), Gen.Bool, Gen.Double[0, 0.02]).Sample((data, bins, criterion, isSpecial, strength) =>
    {
        var (features, target, others) = Draw(data, isSpecial);
        var numbers = criterion == RegressionCriterion.Poisson ? Array.ConvertAll(target, Math.Abs) : target;
        var forest = new RandomForestRegressor
        {
            Trees = 1 + data.Seed % 7,
            MaxFeatures = MaxFeatures.Sqrt,
            Bins = bins,
            Criterion = criterion,
            Sampling = Samplings[data.Seed % 3],
            PruningStrength = data.Seed % 2 == 0 ? 0 : strength,
            Seed = data.Seed,
        };
        var fitted = forest.Fit(features, numbers, Context(Schedulers[1]));

        foreach (var scheduler in Schedulers)
            Assert.Equal([fitted.Predict(others), fitted.Predict(features)], ((IFitPredict<double[]>)forest).FitPredict(features, numbers, [others, features], Context(scheduler)));
    }, iter: 60);

    [Fact]
    public void Classifier_PredictsAsAfterItsFit() => Gen.Select(AnyData, Gen.Enum<ClassificationCriterion>(), Gen.Bool, Gen.Int[2, 5]).Sample((data, criterion, isSpecial, classes) =>
    {
        var (features, _, others) = Draw(data, isSpecial: false);
        var labels = Samples.Labels(features, classes);
        if (isSpecial)
            (features, others) = (Samples.WithSpecialColumns(features, data.Seed), Samples.WithSpecialColumns(others, data.Seed + 1));
        var forest = new RandomForestClassifier { Trees = 1 + data.Seed % 7, Criterion = criterion, MaxDepth = data.Seed % 3 == 0 ? 3 : null, Sampling = Samplings[data.Seed % 3], Seed = data.Seed };
        var fitted = forest.Fit(features, labels, Context(Schedulers[1]));

        foreach (var scheduler in Schedulers)
        {
            var predictions = ((IFitPredict<Categories>)forest).FitPredict(features, labels, [others, features], Context(scheduler));
            Assert.Equal(fitted.Predict(others).Codes.ToArray(), predictions[0].Codes.ToArray());
            Assert.Equal(fitted.Predict(features).Codes.ToArray(), predictions[1].Codes.ToArray());
            Assert.Equal(labels.Levels, predictions[0].Levels);
        }
    }, iter: 60);

    [Fact]
    public void RowsAtThresholds_ArePredictedAsAfterTheFit() => AnyData.Sample(data =>
    {
        var (features, target, _) = Draw(data, isSpecial: false);
        var forest = new RandomForestRegressor { Trees = 1 + data.Seed % 7, MaxFeatures = MaxFeatures.Sqrt, Seed = data.Seed };
        var fitted = forest.Fit(features, target, Context(Schedulers[0]));
        var stream = Seed.Of(data.Seed).Stream();
        var thresholds = fitted.Trees.SelectMany(tree => tree.Nodes).Where(node => !node.IsLeaf).ToLookup(node => node.Column, node => node.Value);
        double[][] columns = [.. features.Names.Select(_ => new double[data.Rows])];
        for (int c = 0; c < columns.Length; c++)
        {
            double[] own = [.. thresholds[c], 0];
            foreach (ref double value in columns[c].AsSpan())
                value = Samples.Near(ref stream, own);
        }

        var others = FeatureMatrix.FromColumns(features.Names, columns);
        Assert.Equal(fitted.Predict(others), ((IFitPredict<double[]>)forest).FitPredict(features, target, [others], Context(Schedulers[0]))[0]);
    }, iter: 60);

    [Fact]
    public void RowsThatCannotBePredicted_AreRefusedByName()
    {
        var (features, target, others) = Draw((1, 20, 3, 0), isSpecial: false);
        IFitPredict<double[]> forest = new RandomForestRegressor { Trees = 2 };
        var infinite = FeatureMatrix.FromColumns(features.Names, [1.0], [double.PositiveInfinity], [0.0]);

        var refused = Assert.Throws<ArgumentException>(() => forest.FitPredict(features, target, [infinite], Context(Schedulers[0])));
        Assert.Equal(Assert.Throws<ArgumentException>(() => new RandomForestRegressor { Trees = 2 }.Fit(features, target).Predict(infinite)).Message, refused.Message);
        Assert.Throws<ColumnMismatchException>(() => forest.FitPredict(features, target, [Draw((1, 5, 2, 0), isSpecial: false).Others], Context(Schedulers[0])));
        Assert.Equal(others.RowCount, forest.FitPredict(features, target, [others], Context(Schedulers[0]))[0].Length);
    }

    [Fact]
    public void SumInAnyOrder_IsTheSumByNumber() => Gen.Select(Gen.Int[1, 30], Gen.Int[0, 10_000]).Sample((vectors, seed) =>
    {
        var stream = Seed.Of(seed).Stream();
        double[] values = [.. Enumerable.Range(0, vectors).Select(_ => stream.NextNormal() * Math.Pow(10, stream.NextBelow(9)))];
        int[] order = [.. Enumerable.Range(0, vectors)];
        stream.Shuffle<int>(order);
        var sum = new OrderedSum(2);

        foreach (int number in order)
        {
            double[] vector = sum.Rent();
            Assert.Equal([0, 0], vector);
            (vector[0], vector[1]) = (values[number], -values[number]);
            sum.Add(number, vector);
        }

        double expected = values.Aggregate(0.0, (total, value) => total + value);
        Assert.Equal([expected, -expected], sum.Sums);
    }, iter: 200);

    private static FitContext Context(WorkScheduler scheduler) => new(scheduler, TestContext.Current.CancellationToken);

    private static (FeatureMatrix Features, double[] Target, FeatureMatrix Others) Draw((int Seed, int Rows, int Columns, int Levels) data, bool isSpecial)
    {
        var (features, target) = Samples.Draw(data.Seed, data.Rows, data.Columns, data.Levels);
        var (others, _) = Samples.Draw(data.Seed + 1, 1 + data.Rows / 2, data.Columns, data.Levels);
        return isSpecial ? (Samples.WithSpecialColumns(features, data.Seed), target, Samples.WithSpecialColumns(others, data.Seed + 1)) : (features, target, others);
    }
}
