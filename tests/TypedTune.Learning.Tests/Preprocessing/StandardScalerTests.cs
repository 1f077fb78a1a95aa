using CsCheck;

namespace TypedTune.Learning.Tests;

public sealed class StandardScalerTests : TransformerContract
{
    [Fact]
    public void ScaledRows_AreScikitLearns()
    {
        var golden = Golden.Read("preprocessing.json");
        var expected = golden.GetProperty("expected").GetProperty("standard_scaler");
        var train = FeatureMatrix.FromRows(golden.GetProperty("X").Rows());
        var fitted = new StandardScaler().Fit(train);
        Matrices.AssertClose(FeatureMatrix.FromRows(expected.GetProperty("train").Rows()), fitted.Transform(train));
        Matrices.AssertClose(FeatureMatrix.FromRows(expected.GetProperty("test").Rows()), fitted.Transform(FeatureMatrix.FromRows(golden.GetProperty("X_test").Rows())));
    }

    [Fact]
    public void ScaledColumns_HaveMeanZeroAndUnitDeviationAndScaleBack() =>
        Gen.Double[-1e6, 1e6].Array[2, 40].Sample(values =>
        {
            var rows = FeatureMatrix.FromColumns(new FeatureNames("x"), values);
            var fitted = new StandardScaler().Fit(rows);
            var scaled = fitted.Transform(rows).AsColumnMajor().ToArray();
            Assert.Equal(0, scaled.Average(), 1e-6);
            double deviation = Math.Sqrt(scaled.Average(value => value * value));
            Assert.True(Math.Abs(deviation - 1) < 1e-6 || values.Distinct().Count() == 1);
            Matrices.AssertClose(values, [.. scaled.Select(value => value * fitted.StandardDeviations[0] + fitted.Means[0])], 1e-9);
        });

    [Theory]
    [InlineData(0.1)]
    [InlineData(123456.789)]
    [InlineData(0)]
    public void ConstantColumn_IsCentredButNotDivided(double value)
    {
        var rows = FeatureMatrix.FromColumns(new FeatureNames("x"), Enumerable.Repeat(value, 11).ToArray());
        var fitted = new StandardScaler().Fit(rows);
        Assert.Equal([1.0], fitted.StandardDeviations);
        Assert.All(fitted.Transform(rows).AsColumnMajor().ToArray(), scaled => Assert.Equal(0, scaled, 1e-9));
    }

    [Fact]
    public void WithoutMean_ValuesAreOnlyDivided()
    {
        var rows = FeatureMatrix.FromRows([[2], [6]]);
        Assert.Equal([1, 3], new StandardScaler { WithMean = false }.Fit(rows).Transform(rows).AsColumnMajor());
    }

    [Fact]
    public void WithoutStandardDeviation_ValuesAreOnlyShifted()
    {
        var rows = FeatureMatrix.FromRows([[2], [6]]);
        Assert.Equal([-2, 2], new StandardScaler { WithStandardDeviation = false }.Fit(rows).Transform(rows).AsColumnMajor());
    }

    [Fact]
    public void MissingValue_IsRefusedByRowAndColumn()
    {
        var rows = FeatureMatrix.FromColumns(new FeatureNames("TotalRooms", "TotalBedrooms"), [1, 2], [1, double.NaN]);
        var error = Assert.Throws<ArgumentException>(() => new StandardScaler().Fit(rows));
        Assert.Equal("StandardScaler cannot work with missing values, but TotalBedrooms is missing (NaN) in row 1. Put a SimpleImputer before it.", error.Message);
    }

    [Fact]
    public void NoRows_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new StandardScaler().Fit(FeatureMatrix.FromColumnMajor([], 0, new FeatureNames("x"))));
        Assert.StartsWith("StandardScaler needs at least one row to learn from", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ValuesInAnyUnit_AreScaledToTheSame()
    {
        double[] values = [1, 2.5, -3, 4];
        var expected = Scaled(values);

        foreach (int power in (int[])[-1010, -600, 600, 1021])
            Assert.Equal(expected, Scaled(Array.ConvertAll(values, value => Math.ScaleB(value, power))));

        static double[] Scaled(double[] values)
        {
            var rows = FeatureMatrix.FromColumns(new FeatureNames("x"), [values]);
            return new StandardScaler().Fit(rows).Transform(rows).AsColumnMajor().ToArray();
        }
    }

    [Fact]
    public void ValueThatIsScaledBeyondTheRange_IsRefusedByRowAndColumn()
    {
        var fitted = new StandardScaler().Fit(FeatureMatrix.FromColumns(new FeatureNames("x"), [1e-200, 2e-200]));

        var error = Assert.Throws<ArgumentException>(() => fitted.Transform(FeatureMatrix.FromColumns(new FeatureNames("x"), [1e-200, 1e200])));

        Assert.Contains("cannot scale x in row 1, where it is 1E+200", error.Message, StringComparison.Ordinal);
    }

    protected override ITransformer Create() => new StandardScaler();

    protected override ITransformer CreateOther() => new StandardScaler { WithMean = false };
}
