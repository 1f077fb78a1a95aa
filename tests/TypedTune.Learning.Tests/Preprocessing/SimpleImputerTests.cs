namespace TypedTune.Learning.Tests;

public sealed class SimpleImputerTests : TransformerContract
{
    [Theory]
    [InlineData(ImputeStrategy.Mean, "simple_imputer_mean")]
    [InlineData(ImputeStrategy.Median, "simple_imputer_median")]
    [InlineData(ImputeStrategy.MostFrequent, "simple_imputer_most_frequent")]
    public void Statistics_AreScikitLearns(ImputeStrategy strategy, string name)
    {
        var golden = Golden.Read("preprocessing.json");
        var rows = FeatureMatrix.FromRows(golden.GetProperty("X_missing").Rows());
        var expected = FeatureMatrix.FromRows(golden.GetProperty("expected").GetProperty(name).Rows());
        Matrices.AssertClose(expected, new SimpleImputer { Strategy = strategy }.Fit(rows).Transform(rows));
    }

    [Fact]
    public void Median_IsTheDefault() => Assert.Equal(ImputeStrategy.Median, new SimpleImputer().Strategy);

    [Fact]
    public void Constant_FillsAlsoAColumnWithoutAnyValue()
    {
        var rows = FeatureMatrix.FromRows([[double.NaN, 1], [double.NaN, double.NaN]]);
        var filled = new SimpleImputer { Strategy = ImputeStrategy.Constant, FillValue = -1 }.Fit(rows).Transform(rows);
        Assert.Equal([-1, -1, 1, -1], filled.AsColumnMajor());
    }

    [Fact]
    public void OfEquallyFrequentValues_TheSmallestIsTaken()
    {
        var rows = FeatureMatrix.FromRows([[3], [1], [3], [1], [2]]);
        Assert.Equal([1.0], new SimpleImputer { Strategy = ImputeStrategy.MostFrequent }.Fit(rows).Statistics);
    }

    [Fact]
    public void LaterRows_AreFilledWithWhatTheTrainingRowsHeld()
    {
        var fitted = new SimpleImputer().Fit(FeatureMatrix.FromRows([[1], [2], [9]]));
        Assert.Equal([2, 100], fitted.Transform(FeatureMatrix.FromRows([[double.NaN], [100]])).AsColumnMajor());
    }

    [Fact]
    public void ColumnWithoutAnyValue_IsRefusedByName()
    {
        var rows = FeatureMatrix.FromColumns(new FeatureNames("TotalRooms", "TotalBedrooms"), [1, 2], [double.NaN, double.NaN]);
        var error = Assert.Throws<ArgumentException>(() => new SimpleImputer().Fit(rows));
        Assert.Equal("TotalBedrooms has no value in any of the 2 rows, so there is nothing to impute from. Leave the column out, or use ImputeStrategy.Constant.", error.Message);
    }

    [Fact]
    public void ConstantThatIsNoNumber_IsRefused()
    {
        var imputer = new SimpleImputer { Strategy = ImputeStrategy.Constant, FillValue = double.NaN };
        Assert.Contains("FillValue must be a finite number", Assert.Throws<ArgumentException>(() => imputer.Fit(TrainingRows())).Message, StringComparison.Ordinal);
    }

    protected override ITransformer Create() => new SimpleImputer { Strategy = ImputeStrategy.Mean };

    protected override ITransformer CreateOther() => new SimpleImputer { Strategy = ImputeStrategy.MostFrequent };
}
