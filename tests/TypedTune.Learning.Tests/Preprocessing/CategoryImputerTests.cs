namespace TypedTune.Learning.Tests;

public sealed class CategoryImputerTests : CategoryStepContract<CategoryMatrix>
{
    [Fact]
    public void MissingCategory_BecomesTheMostFrequentOfItsColumn()
    {
        var rows = Column("INLAND", null, "NEAR BAY", "INLAND");
        Assert.Equal(["INLAND", "INLAND", "NEAR BAY", "INLAND"], Filled(new CategoryImputer(), rows, rows));
    }

    [Fact]
    public void OfEquallyFrequentCategories_TheFirstInOrdinalOrderIsTaken()
    {
        var rows = new CategoryMatrix(new FeatureNames("x"), new Categories(["b", "a", "B"], [0, 1, 2, -1]));
        Assert.Equal(["B"], new CategoryImputer().Fit(rows).Fills);
    }

    [Fact]
    public void FillValue_IsUsedInItsPlace()
    {
        var rows = Column("INLAND", null);
        Assert.Equal(["INLAND", "UNKNOWN"], Filled(new CategoryImputer { FillValue = "UNKNOWN" }, rows, rows));
    }

    [Fact]
    public void LaterRows_AreFilledWithWhatTheTrainingRowsHeld() =>
        Assert.Equal(["ISLAND", "INLAND"], Filled(new CategoryImputer(), Column("INLAND"), Column("ISLAND", null)));

    [Fact]
    public void ColumnWithoutAnyCategory_IsRefusedByName()
    {
        var error = Assert.Throws<ArgumentException>(() => new CategoryImputer().Fit(Column(null, null)));
        Assert.Equal("OceanProximity has no category in any of the 2 rows, so there is nothing to impute from. Leave the column out, or set FillValue.", error.Message);
    }

    protected override IStep<CategoryMatrix, CategoryMatrix> Create() => new CategoryImputer();

    protected override IStep<CategoryMatrix, CategoryMatrix> CreateOther() => new CategoryImputer { FillValue = "UNKNOWN" };

    protected override CategoryMatrix TrainingRows() => Column("INLAND", null, "ISLAND", "INLAND", null);

    protected override int RowCount(CategoryMatrix output) => output.RowCount;

    protected override FeatureNames Names(CategoryMatrix output) => output.Names;

    protected override IEnumerable<object?> Contents(CategoryMatrix output) => Columns(output).SelectMany(Texts);

    private static CategoryMatrix Column(params string?[] values) => new(new FeatureNames("OceanProximity"), Categories.From(values));

    private static IEnumerable<string?> Texts(Categories column) => Enumerable.Range(0, column.RowCount).Select(row => column[row]);

    private static IEnumerable<string?> Filled(CategoryImputer imputer, CategoryMatrix train, CategoryMatrix rows) =>
        Texts(imputer.Fit(train).Transform(rows).Column(0));
}
