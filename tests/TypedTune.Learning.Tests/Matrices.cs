namespace TypedTune.Learning.Tests;

/// <summary>Comparisons of matrices within rounding.</summary>
internal static class Matrices
{
    public static void AssertClose(FeatureMatrix expected, FeatureMatrix actual, double tolerance = 1e-10)
    {
        Assert.Equal(expected.RowCount, actual.RowCount);
        Assert.Equal(expected.ColumnCount, actual.ColumnCount);
        AssertClose(expected.AsColumnMajor().ToArray(), actual.AsColumnMajor().ToArray(), tolerance);
    }

    public static void AssertClose(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance = 1e-10)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
            Assert.Equal(expected[i], actual[i], tolerance * Math.Max(1, Math.Abs(expected[i])));
    }
}
