namespace TypedTune.Learning.Tests;

/// <summary>Each vectorised loop gives the same bits as the definition beside it.</summary>
public sealed class ClusteringKernelTests
{
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 1 }, { 7, 2, 3 }, { 8, 2, 1 }, { 9, 1, 4 }, { 64, 2, 5 }, { 101, 2, 50 }, { 101, 3, 7 }, { 40, 5, 9 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void NearestCenters_EqualTheScalarReference(int rows, int columns, int clusters)
    {
        var features = KMeansTests.RandomRows(rows, columns);
        double[] centers = KMeansTests.RandomRows(clusters, columns, seed: 9).AsColumnMajor().ToArray();
        int[] labels = new int[rows], expectedLabels = new int[rows];
        double[] distances = new double[rows], expectedDistances = new double[rows];
        Array.Fill(labels, -1);
        Array.Fill(expectedLabels, -1);
        Assert.True(NearestCenter.Assign(features.AsColumnMajor(), centers, labels, distances));
        NearestCenter.AssignScalar(features.AsColumnMajor(), centers, expectedLabels, expectedDistances);
        Assert.Equal(expectedLabels, labels);
        Assert.Equal(expectedDistances, distances);
        Assert.False(NearestCenter.Assign(features.AsColumnMajor(), centers, labels, distances));
    }

    [Theory]
    [InlineData(1, 20, 1.0)]
    [InlineData(64, 21, 1.0)]
    [InlineData(1000, 45, 1.0)]
    [InlineData(3001, 101, 1.0)]
    [InlineData(500, 30, 1e-162)]
    [InlineData(500, 30, 1e150)]
    public void NearbyRows_EqualTheScalarReference(int rows, int clusters, double unit)
    {
        double[] columns = Scaled(KMeansTests.RandomRows(rows, 2), unit), centers = Scaled(KMeansTests.RandomRows(clusters, 2, seed: 9), unit);
        AssertNearbyRowsEqualReference(columns, centers);
    }

    [Fact]
    public void NearbyRowsOnAGridOfEqualDistances_EqualTheScalarReference()
    {
        double[] columns = [.. Enumerable.Range(0, 900).Select(row => (double)(row % 30)), .. Enumerable.Range(0, 900).Select(row => (double)(row / 30))];
        double[] centers = [.. Enumerable.Range(0, 36).SelectMany(k => new double[] { 6 * (k % 6) - 1, 6 * (k / 6) - 1 })];
        AssertNearbyRowsEqualReference(columns, centers);
        AssertNearbyRowsEqualReference(columns, [.. centers, .. centers]);
        AssertNearbyRowsEqualReference([.. Enumerable.Repeat(3.0, 900), .. columns[900..]], centers);
        AssertNearbyRowsEqualReference([.. Enumerable.Repeat(3.0, 200)], centers);
    }

    [Fact]
    public void FewCentersOrOtherThanTwoColumns_AreNotPutIntoBlocks()
    {
        Assert.NotNull(NearbyRows.Of(KMeansTests.RandomRows(100, 2), NearbyRows.FewestCenters));
        Assert.Null(NearbyRows.Of(KMeansTests.RandomRows(100, 2), NearbyRows.FewestCenters - 1));
        Assert.Null(NearbyRows.Of(KMeansTests.RandomRows(100, 3), NearbyRows.FewestCenters));
    }

    [Fact]
    public void OneChangedLabel_IsNoticedAnywhere()
    {
        var features = KMeansTests.RandomRows(21, 2);
        double[] centers = KMeansTests.RandomRows(4, 2, seed: 9).AsColumnMajor().ToArray();
        var labels = new int[21];
        NearestCenter.Assign(features.AsColumnMajor(), centers, labels, new double[21]);
        for (int row = 0; row < 21; row++)
        {
            labels[row] ^= 1;
            Assert.True(NearestCenter.Assign(features.AsColumnMajor(), centers, labels, new double[21]));
        }
    }

    [Fact]
    public void EquallyNearCenters_GiveTheFirst()
    {
        double[] columns = [.. Enumerable.Repeat(0.0, 20)];
        var labels = new int[10];
        NearestCenter.Assign(columns, [5, 5, 1, 0, 0, 1, -1, 0], labels, new double[10]);
        Assert.All(labels, label => Assert.Equal(1, label));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(2100)]
    public void Decays_AreThoseOfEachNumberAlone(int count)
    {
        var stream = Seed.Of(3).Stream();
        double[] inputs = [.. Enumerable.Range(0, count).Select(_ => stream.NextDouble() * 1500)];
        double[] actual = [.. inputs];
        Exponentials.Decay(actual, 0.5);
        for (int i = 0; i < count; i++)
        {
            double[] alone = [inputs[i]];
            Exponentials.Decay(alone, 0.5);
            Assert.Equal(alone[0], actual[i]);
            double expected = inputs[i] > 2 * 708 ? 0 : Math.Exp(-0.5 * inputs[i]);
            Assert.InRange(actual[i], expected * (1 - 6e-16), expected * (1 + 6e-16));
        }
    }

    [Fact]
    public void DecaysAtTheEnds_AreOneAndZero()
    {
        double[] values = [0, double.Epsilon, 708, Math.BitIncrement(708.0), 1e300, double.PositiveInfinity];
        Exponentials.Decay(values, 1);
        Assert.Equal([1, 1, values[2], 0, 0, 0], values);
        Assert.InRange(values[2], 3.3e-308, 3.4e-308);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void SquaredDistances_EqualTheScalarReference(int rows, int columns, int start)
    {
        int stride = rows + start + 2;
        var features = KMeansTests.RandomRows(stride, columns);
        double[] point = KMeansTests.RandomRows(1, columns, seed: 9).AsColumnMajor().ToArray();
        double[] actual = new double[rows], expected = new double[rows];
        SquaredDistances.ToPoint(features.AsColumnMajor(), stride, start, point, actual);
        SquaredDistances.ToPointScalar(features.AsColumnMajor(), stride, start, point, expected);
        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(3, 1)]
    [InlineData(8, 2)]
    [InlineData(43, 5)]
    public void ClosestDistances_EqualTheScalarReference(int rows, int columns)
    {
        var features = KMeansTests.RandomRows(rows, columns).AsColumnMajor();
        double[] centers = KMeansTests.RandomRows(1, 3 * columns, seed: 9).AsColumnMajor().ToArray();
        double[] closest = [.. KMeansTests.RandomRows(rows, 1, seed: 7).AsColumnMajor().ToArray().Select(Math.Abs)];
        var sums = new double[3];
        ClosestDistances.AddUp(features, centers, closest, sums);
        for (int i = 0; i < sums.Length; i++)
        {
            double[] center = centers[(i * columns)..((i + 1) * columns)], distances = new double[rows], taken = [.. closest];
            SquaredDistances.ToPointScalar(features, rows, 0, center, distances);
            ClosestDistances.Take(features, center, taken);
            Assert.Equal(ClosestDistances.AddUpScalar(features, center, closest), sums[i]);
            Assert.Equal(closest.Zip(distances, Math.Min), taken);
            Assert.Equal(taken.Sum(), sums[i], 1e-9);
        }
    }

    [Fact]
    public void InitialCentersOfManyEqualRows_AreAllDistinct()
    {
        int[] places = [.. Enumerable.Range(0, 1000).Select(row => row % 97 == 5 ? row / 97 + 1 : 0)];
        var features = FeatureMatrix.FromColumnMajor([.. places.Select(place => place * 1e-3), .. places.Select(place => place * 1e3)], places.Length, FeatureNames.Numbered(2));
        for (int seed = 0; seed < 50; seed++)
        {
            var centers = new double[2 * 12];
            InitialCenters.Choose(features, Seed.Of(seed).Stream(), centers, new double[InitialCenters.Scratch(places.Length)]);
            Assert.Equal(places.Distinct().Count(), centers.Chunk(2).Select(center => center[1]).Distinct().Count());
        }
    }

    [Fact]
    public void LabelSums_CountAndAddEachLabelsRows()
    {
        int[] labels = [2, 0, 2, 2, 1, 0, 2];
        var counts = new int[4 * 4];
        LabelSums.Count(labels, counts);
        Assert.Equal([2, 1, 4, 0], counts[..4]);
        var sums = new double[4 * 4];
        LabelSums.Add([1, 2, 4, 8, 16, 32, 64], labels, sums);
        Assert.Equal([34, 16, 77, 0], Enumerable.Range(0, 4).Select(k => sums[k] + sums[4 + k] + sums[8 + k] + sums[12 + k]));
    }

    private static double[] Scaled(FeatureMatrix features, double unit) => [.. features.AsColumnMajor().ToArray().Select(value => value * unit)];

    private static void AssertNearbyRowsEqualReference(double[] columns, double[] centers)
    {
        int rows = columns.Length / 2;
        int[] labels = new int[rows], expectedLabels = new int[rows];
        double[] distances = new double[rows], expectedDistances = new double[rows];
        Array.Fill(labels, -1);
        var nearby = NearbyRows.Of(FeatureMatrix.FromColumnMajor(columns, rows, FeatureNames.Numbered(2)), centers.Length / 2)!;
        Assert.True(nearby.Assign(centers, labels, distances));
        NearestCenter.AssignScalar(columns, centers, expectedLabels, expectedDistances);
        Assert.Equal(expectedLabels, labels);
        Assert.Equal(expectedDistances, distances);
        Assert.False(nearby.Assign(centers, labels, distances));
        labels[rows / 2]++;
        Assert.True(nearby.Assign(centers, labels, distances));
    }
}
