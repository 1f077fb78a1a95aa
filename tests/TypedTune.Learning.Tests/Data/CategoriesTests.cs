namespace TypedTune.Learning.Tests.Data;

public sealed class CategoriesTests
{
    [Fact]
    public void From_NumbersLevelsInOrdinalOrder()
    {
        var column = Categories.From(["b", null, "a", "B", "b"]);

        Assert.Equal(["B", "a", "b"], column.Levels);
        Assert.Equal([2, -1, 1, 0, 2], column.Codes.ToArray());
        Assert.Equal("b", column[0]);
        Assert.Null(column[1]);
        Assert.Equal(5, column.RowCount);
    }

    [Fact]
    public void TakeRows_KeepsLevelsThatNoLongerOccur()
    {
        var taken = Categories.From(["b", null, "a"]).TakeRows([1, 0, 0]);

        Assert.Equal(["a", "b"], taken.Levels);
        Assert.Equal([-1, 1, 1], taken.Codes.ToArray());
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public void CodeOutsideTheLevels_IsRefused(int code) => Assert.StartsWith(
        $"The code {code} in row 1 is outside the 2 levels.",
        Assert.Throws<ArgumentException>("codes", () => new Categories(["a", "b"], [0, code])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void RepeatedOrNullLevel_IsRefused()
    {
        Assert.StartsWith("The level 'a' occurs twice.", Assert.Throws<ArgumentException>("levels", () => new Categories(["a", "a"], [0])).Message, StringComparison.Ordinal);
        Assert.StartsWith("A level is null; a missing value is the code -1.", Assert.Throws<ArgumentException>("levels", () => new Categories([null!], [0])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TakenRowOutsideTheColumn_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => Categories.From(["a"]).TakeRows([1]));

    [Fact]
    public void Matrix_HoldsNamedColumnsOfTheSameRows()
    {
        var matrix = new CategoryMatrix(new FeatureNames("x", "y"), Categories.From(["a", "b"]), Categories.From(["c", null]));

        Assert.Equal(2, matrix.RowCount);
        Assert.Equal(2, matrix.ColumnCount);
        Assert.Null(matrix.Column(1)[1]);
        matrix.RequireColumns(new FeatureNames("x", "y"), "OneHotEncoder");
    }

    [Fact]
    public void MatrixOfUnequalColumns_IsRefused()
    {
        var names = new FeatureNames("x", "y");

        Assert.StartsWith("Column y has 2 rows, but x has 1.", Assert.Throws<ArgumentException>("columns", () => new CategoryMatrix(names, Categories.From(["a"]), Categories.From(["a", "b"]))).Message, StringComparison.Ordinal);
        Assert.StartsWith("2 names were given for 1 columns.", Assert.Throws<ArgumentException>("columns", () => new CategoryMatrix(names, Categories.From(["a"]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MatrixOfOtherColumns_IsRefusedByName() => Assert.Equal(
        "OneHotEncoder was fitted on the columns [y], but was given [x].",
        Assert.Throws<ColumnMismatchException>(() => new CategoryMatrix(new FeatureNames("x"), Categories.From(["a"])).RequireColumns(new FeatureNames("y"), "OneHotEncoder")).Message);
}
