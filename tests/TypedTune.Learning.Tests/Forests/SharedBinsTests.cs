namespace TypedTune.Learning.Tests.Forests;

/// <summary>Bins are kept with the columns that they are of: shared by all matrices of the column, and never those of other values.</summary>
public sealed class SharedBinsTests
{
    private const int Rows = 2000;
    private static readonly FeatureNames Left = new("a", "b");
    private static readonly FeatureNames Right = new("c");
    private static readonly double[] Target = Numbers(9, Rows);

    [Theory]
    [InlineData(SplitBins.PerColumn)]
    [InlineData(SplitBins.PerNode)]
    [InlineData(SplitBins.Exact)]
    public void Forest_OnKeptBins_IsTheForestOnBinsMadeForIt(SplitBins bins)
    {
        var matrix = Concatenate(Part(1, Left), Part(2, Right));

        // The first width asked for is kept, the others are not.
        Predict(matrix, SplitBins.PerColumn);

        Assert.Equal(Predict(Unshared(matrix), bins), Predict(matrix, bins));
        Assert.Equal(Predict(Unshared(matrix), bins), Predict(matrix, bins));
    }

    [Fact]
    public void Forest_OfAnotherTolerance_IsNotGrownOnKeptBins()
    {
        var matrix = Concatenate(Part(1, Left), Part(2, Right));
        var apart = Predict(matrix);

        Assert.Equal(Predict(Unshared(matrix), tolerance: 0.5), Predict(matrix, tolerance: 0.5));
        Assert.NotEqual(apart, Predict(matrix, tolerance: 0.5));
    }

    [Fact]
    public void Matrices_OfOneColumn_ShareItsBins()
    {
        var part = Part(1, Left);
        var first = Bins(Concatenate(part, Part(2, Right)));
        var second = Bins(Concatenate(Part(3, Right), part));

        Assert.Same(first[0], second[1]);
        Assert.Same(first[1], second[2]);
        Assert.NotSame(first[2], second[0]);
    }

    [Fact]
    public void Array_ChangedByWhoMadeIt_IsBinnedAnew()
    {
        double[] values = Numbers(1, 2 * Rows);
        var matrix = FeatureMatrix.FromColumnMajor(values, Rows, Left);
        var before = Predict(matrix);
        Numbers(5, 2 * Rows).CopyTo(values, 0);

        Assert.Equal(Predict(Unshared(matrix)), Predict(matrix));
        Assert.NotEqual(before, Predict(matrix));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Storage_HandedOut_IsBinnedAnew(bool isUnderOtherNames)
    {
        var matrix = Part(1, Left);
        var before = Predict(matrix);
        var storage = Renamed(matrix, isUnderOtherNames).ToMathNet();
        var concatenated = Concatenate(matrix, Part(2, Right));
        var beforeConcatenated = Predict(concatenated);
        storage.MapInplace(value => -value * value);

        Assert.Equal(Predict(Unshared(matrix)), Predict(matrix));
        Assert.NotEqual(before, Predict(matrix));
        Assert.Equal(beforeConcatenated, Predict(concatenated));
        Assert.Equal(Predict(Unshared(Concatenate(matrix, matrix))), Predict(Concatenate(matrix, matrix)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void StorageOfAPart_IsNotHandedOut(bool isUnderOtherNames)
    {
        var matrix = Part(1, Left);
        var before = Predict(matrix);
        var concatenated = Concatenate(matrix, Part(2, Right));
        var beforeConcatenated = Predict(concatenated);
        Renamed(matrix, isUnderOtherNames).ToMathNet().MapInplace(value => -value * value);

        Assert.Equal(before, Predict(matrix));
        Assert.Equal(beforeConcatenated, Predict(concatenated));
    }

    [Fact]
    public void Column_TakenForCategories_IsNotBinnedAsNumbers()
    {
        var part = FeatureMatrix.FromColumns(new FeatureNames("level"), [.. Enumerable.Range(0, Rows).Select(row => (double)(row % 3))]);
        Predict(part);
        var categories = part.WithNames(FeatureNames.OfCategories(["level"], [["x", "y", "z"]]));

        Assert.True(Bins(categories)[0].IsCategory);
        Assert.Equal(Predict(Unshared(categories)), Predict(categories));
    }

    private static FeatureMatrix Renamed(FeatureMatrix matrix, bool isUnderOtherNames) => isUnderOtherNames ? matrix.WithNames(new FeatureNames("x", "y")) : matrix;

    private static ColumnBins[] Bins(FeatureMatrix matrix) => BinnedRows.Of(matrix, Target, new Binning(SplitBins.Automatic), FitContext.Default).Columns;

    private static double[] Predict(FeatureMatrix matrix, SplitBins bins = SplitBins.Automatic, double tolerance = 0) =>
        new RandomForestRegressor { Trees = 5, Seed = 3, Bins = bins, ValueTolerance = tolerance }.Fit(matrix, Target).Predict(matrix);

    private static FeatureMatrix Concatenate(params FeatureMatrix[] parts) =>
        FeatureMatrix.Concatenate(FeatureNames.Numbered(parts.Sum(part => part.ColumnCount)), parts);

    private static FeatureMatrix Unshared(FeatureMatrix matrix) => FeatureMatrix.FromColumnMajor(matrix.AsColumnMajor().ToArray(), matrix.RowCount, matrix.Names);

    private static FeatureMatrix Part(int seed, FeatureNames names) =>
        FeatureMatrix.FromColumnMajor<double>(Numbers(seed, Rows * names.Count), Rows, names);

    private static double[] Numbers(int seed, int count)
    {
        var stream = Seed.Of(seed).Stream();
        double[] numbers = new double[count];
        foreach (ref double number in numbers.AsSpan())
            number = stream.NextNormal();
        return numbers;
    }
}
