using CsCheck;

namespace TypedTune.Learning.Tests.Forests;

/// <summary>Values that count as equal.</summary>
public sealed class ValueToleranceTests
{
    private const double Tolerance = 0.05;

    private static FitContext Context => new(WorkScheduler.Shared, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(SplitRule.Best, SplitBins.PerColumn)]
    [InlineData(SplitRule.Best, SplitBins.PerNode)]
    [InlineData(SplitRule.Best, SplitBins.Exact)]
    [InlineData(SplitRule.Random, SplitBins.Automatic)]
    public void ValuesWithinTolerance_AreNotParted(SplitRule rule, SplitBins bins)
    {
        var features = Samples.OneColumn(0, 5e-8, 1e-7, 1.5e-7);
        var tree = new DecisionTreeRegressor { SplitRule = rule, Bins = bins };
        var classifier = new DecisionTreeClassifier { SplitRule = rule, Bins = bins, ValueTolerance = 1e-7 };

        Assert.Equal([3.0, 6, 9, 1], tree.Fit(features, [3, 6, 9, 1], Context).Predict(features, Context));
        Assert.Equal([6.0, 6, 6, 1], (tree with { ValueTolerance = 1e-7 }).Fit(features, [3, 6, 9, 1], Context).Predict(features, Context));
        Assert.Equal([0, 0, 0, 1], classifier.Fit(features, new Categories(["x", "y"], [1, 0, 0, 1]), Context).Predict(features, Context).Codes.ToArray());
    }

    [Theory]
    [InlineData(SplitBins.PerColumn)]
    [InlineData(SplitBins.PerNode)]
    [InlineData(SplitBins.Exact)]
    public void Tree_PredictsItsRows_AsWhereEqualValuesAreOne(SplitBins bins) => Gen.Select(Gen.Int[0, 1000], Gen.Int[2, 600], Gen.Int[1, 5]).Sample((seed, rows, columns) =>
    {
        var (features, target) = Samples.Draw(seed, rows, columns);
        var rounded = FeatureMatrix.FromColumns(features.Names, [.. Enumerable.Range(0, columns).Select(column => AsOne(features.Column(column).ToArray()))]);
        var tree = new DecisionTreeRegressor { Bins = bins, MaxFeatures = MaxFeatures.Sqrt, Seed = seed };

        Assert.Equal(
            tree.Fit(rounded, target, Context).Predict(rounded, Context),
            (tree with { ValueTolerance = Tolerance }).Fit(features, target, Context).Predict(features, Context));
    }, iter: 40);

    [Fact]
    public void Bins_EndWhereEqualValuesEnd() => Gen.Select(Gen.Double[-3, 3].Array[1, 3000], Gen.Double[0, 0.1]).Sample((column, tolerance) =>
    {
        var bins = ColumnBins.Of(column, tolerance: tolerance);
        var codes = new byte[column.Length];
        bins.Encode<ByteCodes>(column, codes, 1);
        var values = AsOne(column, tolerance);
        int[] codesOfValue = [.. values.Zip(codes).GroupBy(pair => pair.First).Select(group => group.Select(pair => pair.Second).Distinct().Count())];

        Assert.All(codesOfValue, count => Assert.Equal(1, count));
        Assert.Equal(codesOfValue.Length <= ColumnBins.Max ? codesOfValue.Length : codes.Distinct().Count(), bins.Count);
        Assert.InRange(bins.Count, 1, ColumnBins.Max);
    }, iter: 50);

    [Fact]
    public void ColumnOfEqualValues_IsConstant()
    {
        var features = Samples.OneColumn(1e9, 1e9 + 1e-6, 1e9 - 1e-6);

        Assert.Single(new DecisionTreeRegressor { ValueTolerance = 1e-5 }.Fit(features, [1, 2, 6], Context).Tree.Nodes);
        Assert.Single(new DecisionTreeRegressor { ValueTolerance = double.PositiveInfinity }.Fit(Samples.OneColumn(double.MinValue, 0, double.MaxValue), [1, 2, 6], Context).Tree.Nodes);
    }

    [Theory]
    [InlineData(-1e-7)]
    [InlineData(double.NaN)]
    public void IllegalTolerance_IsRefused(double tolerance) =>
        Assert.Contains("ValueTolerance", Assert.ThrowsAny<ArgumentException>(() => new RandomForestRegressor { ValueTolerance = tolerance }.Fit(Samples.OneColumn(1, 2), [1, 2], Context)).Message, StringComparison.Ordinal);

    // Each value as the smallest of those that it is equal to.
    private static double[] AsOne(double[] column, double tolerance = Tolerance)
    {
        var result = new double[column.Length];
        double smallest = double.NegativeInfinity;
        foreach (int row in Enumerable.Range(0, column.Length).OrderBy(row => column[row]))
            result[row] = smallest = column[row] - smallest <= tolerance ? smallest : column[row];
        return result;
    }
}
