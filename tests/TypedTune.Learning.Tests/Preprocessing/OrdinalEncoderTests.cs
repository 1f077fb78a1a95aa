namespace TypedTune.Learning.Tests;

public sealed class OrdinalEncoderTests : CategoryStepContract<FeatureMatrix>
{
    [Fact]
    public void Categories_AreNumberedInOrdinalOrder()
    {
        var encoded = new OrdinalEncoder().Fit(Column("b", "a", "B", "a")).Transform(Column("a", "b", "B"));

        Assert.Equal([1, 2, 0], encoded.AsColumnMajor());
        Assert.Equal(["B", "a", "b"], encoded.Names.Levels(0));
        Assert.Equal(["OceanProximity"], encoded.Names);
    }

    [Fact]
    public void MissingCategory_StaysMissing() =>
        Assert.Equal([0, double.NaN, 1], new OrdinalEncoder().Fit(Column("a", null, "b")).Transform(Column("a", null, "b")).AsColumnMajor());

    [Fact]
    public void UnknownCategory_IsRefusedByDefault()
    {
        var fitted = new OrdinalEncoder().Fit(Column("INLAND", "ISLAND"));
        var error = Assert.Throws<UnknownCategoryException>(() => fitted.Transform(Column("INLAND", "MOON")));
        Assert.Equal("OceanProximity is MOON in row 1, a category that did not occur at fit. Known are [INLAND, ISLAND]. Set OrdinalEncoder.UnknownCategories to Ignore to make it a missing value.", error.Message);
    }

    [Fact]
    public void UnknownCategory_IsMissingWhereIgnored() =>
        Assert.Equal([0, double.NaN], new OrdinalEncoder { UnknownCategories = UnknownCategories.Ignore }.Fit(Column("INLAND")).Transform(Column("INLAND", "MOON")).AsColumnMajor());

    [Fact]
    public void Levels_StayWithTheirColumns()
    {
        var encoded = new OrdinalEncoder().Fit(Column("a", "b")).Transform(Column("a", "b"));
        var all = FeatureNames.Concatenate(new FeatureNames("x"), encoded.Names.Prefixed("Ocean"));

        Assert.Equal(["x", "Ocean.OceanProximity"], all);
        Assert.Null(all.Levels(0));
        Assert.Equal(["a", "b"], all.Levels(1));
        Assert.NotEqual(new FeatureNames("x", "Ocean.OceanProximity"), all);
        Assert.Equal(["a", "b"], encoded.TakeRows([1]).Names.Levels(0));
    }

    [Fact]
    public void StepThatCalculates_RefusesCategories()
    {
        var encoded = new OrdinalEncoder().Fit(Column("a", "b")).Transform(Column("a", "b"));
        const string Expected = " needs numbers, but OceanProximity holds categories, whose codes are no quantities. Replace the OrdinalEncoder by a OneHotEncoder.";

        Assert.StartsWith("StandardScaler" + Expected, Assert.Throws<ArgumentException>(() => new StandardScaler().Fit(encoded)).Message, StringComparison.Ordinal);
        Assert.StartsWith("SimpleImputer" + Expected, Assert.Throws<ArgumentException>(() => new SimpleImputer().Fit(encoded)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Ridge" + Expected, Assert.Throws<ArgumentException>(() => new Ridge().Fit(encoded, [1, 2])).Message, StringComparison.Ordinal);
    }

    protected override IStep<CategoryMatrix, FeatureMatrix> Create() => new OrdinalEncoder();

    protected override IStep<CategoryMatrix, FeatureMatrix> CreateOther() => new OrdinalEncoder { UnknownCategories = UnknownCategories.Ignore };

    protected override int RowCount(FeatureMatrix output) => output.RowCount;

    protected override FeatureNames Names(FeatureMatrix output) => output.Names;

    protected override IEnumerable<object?> Contents(FeatureMatrix output) => output.AsColumnMajor().ToArray().Select(value => (object)value);

    private static CategoryMatrix Column(params string?[] values) => new(new FeatureNames("OceanProximity"), Categories.From(values));
}
