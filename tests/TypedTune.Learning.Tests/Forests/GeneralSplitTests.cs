using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

/// <summary>Splits by any criterion, of columns with missing values and categories, against all that there are.</summary>
public sealed class GeneralSplitTests
{
    private static readonly Gen<(FeatureMatrix Features, double[] Target, int Seed)> Data = Gen.Select(Gen.Int[0, 10_000], Gen.Int[2, 40], Gen.Int[1, 4], Gen.Int[0, 6], (seed, rows, columns, levels) =>
    {
        var (features, target) = Counts(seed, rows, columns, levels);
        return (features, target, seed);
    });

    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Fact]
    public void RegressionSplit_IsTheBestOfAll() => Gen.Select(Data, Gen.Enum<RegressionCriterion>(), Gen.Enum<SplitBins>()).Sample((data, criterion, bins) =>
    {
        // For absolute errors the order of categories is a guess.
        var features = criterion == RegressionCriterion.AbsoluteError ? WithoutCategories(data.Features) : data.Features;
        AssertSplitIsTheBest(features, data.Target, criterion, bins);
    }, iter: 400);

    [Theory]
    [InlineData(7834, 18, 2, 0, SplitBins.PerNode)] // The best cut in the order of means leaves zeros alone.
    [InlineData(6899, 19, 4, 1, SplitBins.Automatic)] // The sum of zeros on the right rounds to more than 0.
    public void PoissonSplitNextToZeros_IsTheBestOfAll(int seed, int rows, int columns, int levels, SplitBins bins)
    {
        var data = Counts(seed, rows, columns, levels);
        AssertSplitIsTheBest(data.Features, data.Target, RegressionCriterion.Poisson, bins);
    }

    [Fact]
    public void CategoryOfZeros_JoinsTheOneThatItSpoilsLeast()
    {
        // In the order of means 0 and 1 would be parted from 2; 0 with the two rows of 2 is purer than with the eight of 1.
        double[] codes = [.. Enumerable.Repeat(0.0, 10), .. Enumerable.Repeat(1.0, 8), 2, 2];
        double[] target = [.. codes.Select(code => code == 2 ? 1.5 : code)];
        var features = FeatureMatrix.FromColumns(FeatureNames.OfCategories(["town"], [["Bonn", "Lima", "Oslo"]]), codes);

        var tree = new DecisionTreeRegressor { MaxDepth = 1, Criterion = RegressionCriterion.Poisson }.Fit(features, target, Context);

        Assert.Equal([0.25, 1, 0.25], tree.Predict(FeatureMatrix.FromColumns(features.Names, [0, 1, 2]), Context));
    }

    [Fact]
    public void PoissonSplits_LeaveNoSideOfZeros() => Gen.Select(Data, Gen.Enum<SplitRule>(), Gen.Bool).Sample((data, rule, weighted) =>
    {
        double[] weights = [.. data.Target.Select((_, row) => weighted ? 0.1 * (1 + row % 7) : 1)];
        var tree = new DecisionTreeRegressor { Criterion = RegressionCriterion.Poisson, SplitRule = rule, Seed = data.Seed }.Fit(data.Features, data.Target, weights, Context).Tree;
        if (data.Target.Any(value => value > 0))
            Assert.All(LeavesOf(tree, data.Features, data.Target), leaf => Assert.Contains(leaf, value => value > 0));
    }, iter: 400);

    [Fact]
    public void BinaryClassificationSplit_IsTheBestOfAll() => Gen.Select(Data, Gen.Enum<ClassificationCriterion>(), Gen.Enum<SplitBins>()).Sample((data, criterion, bins) =>
    {
        var target = Samples.Labels(data.Features, 2);
        var tree = new DecisionTreeClassifier { MaxDepth = 1, Criterion = criterion, Bins = bins }.Fit(data.Features, target, Context).Tree;

        int[] labels = target.Codes.ToArray();
        double best = AnySplit.Of(data.Features).Select(split => Sides(split.IsLeft, labels))
            .Select(sides => Impurity.Of(criterion, sides.Left) + Impurity.Of(criterion, sides.Right))
            .DefaultIfEmpty(Impurity.Of(criterion, labels)).Min();
        AssertClose(best, LeavesOf(tree, data.Features, labels).Sum(leaf => Impurity.Of(criterion, leaf)));
    }, iter: 400);

    [Fact]
    public void LimitsOfSides_HoldForEverySplit() => Gen.Select(Data, Gen.Int[1, 6], Gen.Double[0, 0.4], Gen.Bool).Sample((data, rows, weight, random) =>
    {
        var tree = new DecisionTreeRegressor { MinRowsInLeaf = rows, MinLeafWeightFraction = weight, SplitRule = random ? SplitRule.Random : SplitRule.Best }.Fit(data.Features, data.Target, Context).Tree;
        if (tree.LeafCount > 1)
            Assert.All(LeavesOf(tree, data.Features, data.Target), leaf => Assert.True(leaf.Length >= rows && leaf.Length >= weight * data.Target.Length));
    }, iter: 100);

    [Fact]
    public void RandomSplits_PartTheRowsOfEveryNode() => Data.Sample(data =>
    {
        var tree = new DecisionTreeRegressor { SplitRule = SplitRule.Random, Seed = data.Seed }.Fit(data.Features, data.Target, Context).Tree;
        Assert.Equal(tree.LeafCount, LeavesOf(tree, data.Features, data.Target).Count(leaf => leaf.Length > 0));
    }, iter: 200);

    [Fact]
    public void LeafOfAbsoluteErrors_IsTheMedian() => Data.Sample(data =>
    {
        var tree = new DecisionTreeRegressor { MaxDepth = 2, Criterion = RegressionCriterion.AbsoluteError }.Fit(data.Features, data.Target, Context);
        double[] predictions = tree.Predict(data.Features, Context);
        int[] leaves = Find(tree.Tree, data.Features);
        for (int row = 0; row < leaves.Length; row++)
            Assert.Equal(Impurity.Median([.. data.Target.Where((_, other) => leaves[other] == leaves[row])]), predictions[row]);
    }, iter: 200);

    [Fact]
    public void WeightedMedian_IsThatOfRowsRepeated() => Data.Sample(data =>
    {
        double[] weights = [.. data.Target.Select((_, row) => (double)(1 + row % 3))];
        double[] repeated = [.. data.Target.SelectMany((value, row) => Enumerable.Repeat(value, 1 + row % 3))];
        var features = FeatureMatrix.FromColumns(new FeatureNames("constant"), new double[weights.Length]);

        var leaf = new DecisionTreeRegressor { Criterion = RegressionCriterion.AbsoluteError }.Fit(features, data.Target, weights, Context);

        Assert.Equal(Impurity.Median(repeated), leaf.Predict(features, Context)[0]);
    }, iter: 200);

    private static (FeatureMatrix Features, double[] Target) Counts(int seed, int rows, int columns, int levels)
    {
        var (features, target) = Samples.Draw(seed, rows, columns, levels);
        return (Samples.WithSpecialColumns(features, seed, 4), Array.ConvertAll(target, value => Math.Round(Math.Abs(value))));
    }

    private static void AssertSplitIsTheBest(FeatureMatrix features, double[] target, RegressionCriterion criterion, SplitBins bins)
    {
        var tree = new DecisionTreeRegressor { MaxDepth = 1, Criterion = criterion, Bins = bins }.Fit(features, target, Context).Tree;

        double best = AnySplit.Of(features).Select(split => Sides(split.IsLeft, target))
            .Where(sides => criterion != RegressionCriterion.Poisson || (sides.Left.Sum() > 0 && sides.Right.Sum() > 0))
            .Select(sides => Impurity.Of(criterion, sides.Left) + Impurity.Of(criterion, sides.Right))
            .DefaultIfEmpty(Impurity.Of(criterion, target)).Min();
        AssertClose(Math.Min(best, Impurity.Of(criterion, target)), LeavesOf(tree, features, target).Sum(leaf => Impurity.Of(criterion, leaf)));
    }

    private static FeatureMatrix WithoutCategories(FeatureMatrix features)
    {
        int[] columns = [.. Enumerable.Range(0, features.ColumnCount).Where(column => features.Names.Levels(column) is null)];
        return FeatureMatrix.FromColumns(new FeatureNames(columns.Select(column => features.Names[column])), [.. columns.Select(column => features.Column(column).ToArray())]);
    }

    private static int[] Find(GrownTree tree, FeatureMatrix features)
    {
        var leaves = new int[features.RowCount];
        double[] rows = [.. Enumerable.Range(0, features.RowCount).SelectMany(row => Enumerable.Range(0, features.ColumnCount).Select(column => features[row, column]))];
        TreeTraversal.FindAnyLeaves(tree, rows, features.ColumnCount, leaves);
        return leaves;
    }

    private static T[][] LeavesOf<T>(GrownTree tree, FeatureMatrix features, T[] target)
    {
        int[] leaves = Find(tree, features);
        return [.. target.Zip(leaves).GroupBy(pair => pair.Second, pair => pair.First).Select(group => group.ToArray())];
    }

    private static (T[] Left, T[] Right) Sides<T>(bool[] isLeft, T[] target) => ([.. target.Where((_, row) => isLeft[row])], [.. target.Where((_, row) => !isLeft[row])]);

    private static void AssertClose(double expected, double actual) => Assert.True(Math.Abs(expected - actual) <= 1e-6 * (1 + Math.Abs(expected)), $"The best split leaves {expected}, but this one {actual}.");
}
