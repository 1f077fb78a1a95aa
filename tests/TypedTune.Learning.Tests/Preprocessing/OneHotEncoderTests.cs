using CsCheck;

namespace TypedTune.Learning.Tests;

public sealed class OneHotEncoderTests : CategoryStepContract<FeatureMatrix>
{
    [Fact]
    public void EncodedRows_AreScikitLearns()
    {
        var golden = Golden.Read("preprocessing.json").GetProperty("expected").GetProperty("one_hot");
        var fitted = new OneHotEncoder { UnknownCategories = UnknownCategories.Ignore }.Fit(Column(golden.GetProperty("input").Strings()));
        Assert.Equal(golden.GetProperty("categories").Strings(), fitted.Categories[0]);
        Assert.Equal(golden.GetProperty("categories").Strings(), fitted.FeatureNames);
        Matrices.AssertClose(
            FeatureMatrix.FromRows(golden.GetProperty("test").Rows()),
            fitted.Transform(Column(golden.GetProperty("test_input").Strings())));
    }

    [Fact]
    public void EveryRow_HasExactlyOneOne() =>
        Gen.Int[0, 4].Array[1, 30].Sample(choices =>
        {
            string[] values = [.. choices.Select(choice => new[] { "a", "b", "B", "", "ä" }[choice])];
            var encoded = new OneHotEncoder().Fit(Column(values)).Transform(Column(values));
            for (int row = 0; row < values.Length; row++)
                Assert.Equal(1, Enumerable.Range(0, encoded.ColumnCount).Sum(column => encoded[row, column]));
        });

    [Fact]
    public void LevelThatNoTrainingRowHas_GetsNoColumn()
    {
        var rows = new CategoryMatrix(new FeatureNames("x"), new Categories(["c", "a", "b"], [0, 1, 0]));
        Assert.Equal(["a", "c"], new OneHotEncoder().Fit(rows).FeatureNames);
    }

    [Fact]
    public void SeveralColumns_PutTheirNamesBeforeTheCategories()
    {
        var rows = new CategoryMatrix(new FeatureNames("Ocean", "Soil"), Categories.From(["near", "far"]), Categories.From(["sand", "sand"]));
        var encoded = new OneHotEncoder().Fit(rows).Transform(rows);
        Assert.Equal(["Ocean=far", "Ocean=near", "Soil=sand"], encoded.Names);
        Assert.Equal([0, 1, 1, 0, 1, 1], encoded.AsColumnMajor());
    }

    [Fact]
    public void UnknownCategory_IsRefusedByDefault()
    {
        var fitted = new OneHotEncoder().Fit(Column("INLAND", "ISLAND"));
        var error = Assert.Throws<UnknownCategoryException>(() => fitted.Transform(Column("INLAND", "MOON")));
        Assert.Equal("OceanProximity is MOON in row 1, a category that did not occur at fit. Known are [INLAND, ISLAND]. Set OneHotEncoder.UnknownCategories to Ignore to give such rows zeros.", error.Message);
    }

    [Fact]
    public void MissingCategory_IsRefusedByRowAtFitAndTransform()
    {
        const string Expected = "OneHotEncoder cannot work with missing categories, but OceanProximity is missing in row 1. Put a CategoryImputer before it.";
        Assert.Equal(Expected, Assert.Throws<ArgumentException>(() => new OneHotEncoder().Fit(Column("INLAND", null))).Message);
        var fitted = new OneHotEncoder().Fit(Column("INLAND"));
        Assert.Equal(Expected, Assert.Throws<ArgumentException>(() => fitted.Transform(Column("INLAND", null))).Message);
    }

    protected override IStep<CategoryMatrix, FeatureMatrix> Create() => new OneHotEncoder();

    protected override IStep<CategoryMatrix, FeatureMatrix> CreateOther() => new OneHotEncoder { UnknownCategories = UnknownCategories.Ignore };

    protected override int RowCount(FeatureMatrix output) => output.RowCount;

    protected override FeatureNames Names(FeatureMatrix output) => output.Names;

    protected override IEnumerable<object?> Contents(FeatureMatrix output) => output.AsColumnMajor().ToArray().Select(value => (object)value);

    private static CategoryMatrix Column(params string?[] values) => new(new FeatureNames("OceanProximity"), Categories.From(values));
}
