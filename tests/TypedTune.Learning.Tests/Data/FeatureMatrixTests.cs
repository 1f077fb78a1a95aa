using MathNet.Numerics.LinearAlgebra;

namespace TypedTune.Learning.Tests.Data;

public sealed class FeatureMatrixTests
{
    private static FeatureNames Names { get; } = new("a", "b");

    [Fact]
    public void ToMathNet_SharesTheStorage()
    {
        double[] values = [1, 2, 3, 4, 5, 6];
        var matrix = FeatureMatrix.FromColumnMajor(values, 3, Names);
        var mathNet = matrix.ToMathNet();
        mathNet[2, 1] = 60;

        Assert.Equal(60, matrix[2, 1]);
        Assert.Equal(60, values[5]);
        Assert.Equal(4, mathNet[0, 1]);
    }

    [Fact]
    public void FromMathNet_SharesTheStorageOfADenseMatrix()
    {
        var mathNet = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2 }, { 3, 4 } });
        var matrix = FeatureMatrix.FromMathNet(mathNet);
        mathNet[1, 0] = 30;

        Assert.Equal(30, matrix[1, 0]);
        Assert.Equal([1, 30, 2, 4], matrix.AsColumnMajor().ToArray());
        Assert.Equal(new FeatureNames("x0", "x1"), matrix.Names);
    }

    [Fact]
    public void FromMathNet_CopiesASparseMatrix()
    {
        var mathNet = Matrix<double>.Build.SparseOfArray(new double[,] { { 1, 0 }, { 0, 4 } });
        var matrix = FeatureMatrix.FromMathNet(mathNet, Names);
        mathNet[0, 0] = 9;

        Assert.Equal([1, 0, 0, 4], matrix.AsColumnMajor().ToArray());
    }

    [Fact]
    public void EmptyMatrix_IsNoMathNetMatrix() => Assert.Equal(
        "A 0 × 2 matrix cannot be a MathNet matrix, which needs a row and a column at least.",
        Assert.Throws<InvalidOperationException>(() => FeatureMatrix.FromColumnMajor([], 0, Names).ToMathNet()).Message);

    [Fact]
    public void RowsAndColumns_GiveTheSameMatrix()
    {
        var fromRows = FeatureMatrix.FromRows([[1, 4], [2, 5], [3, 6]], Names);
        var fromColumns = FeatureMatrix.FromColumns(Names, [1, 2, 3], [4, 5, 6]);

        Assert.Equal(fromColumns.AsColumnMajor().ToArray(), fromRows.AsColumnMajor().ToArray());
        Assert.Equal([4, 5, 6], fromRows.Column(1).ToArray());
        Assert.Equal("3 × 2 [a, b]", fromRows.ToString());
    }

    [Fact]
    public void AnyOrderAndPrecision_GiveTheSameMatrix()
    {
        var names = new FeatureNames("a", "b");
        var expected = FeatureMatrix.FromColumnMajor([1, 2, 3, 4.5, 5, double.NaN], 3, names);

        Assert.Equal(expected.AsColumnMajor(), FeatureMatrix.FromRowMajor<double>([1, 4.5, 2, 5, 3, double.NaN], 3, names).AsColumnMajor());
        Assert.Equal(expected.AsColumnMajor(), FeatureMatrix.FromRowMajor<float>([1, 4.5f, 2, 5, 3, float.NaN], 3, names).AsColumnMajor());
        Assert.Equal(expected.AsColumnMajor(), FeatureMatrix.FromColumnMajor<float>([1, 2, 3, 4.5f, 5, float.NaN], 3, names).AsColumnMajor());
        Assert.StartsWith("3 rows × 2 columns need 6 values", Assert.Throws<ArgumentException>(() => FeatureMatrix.FromRowMajor<float>([1, 2], 3, names)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromColumns_CopiesThem()
    {
        double[] column = [1, 2];
        var matrix = FeatureMatrix.FromColumns(new FeatureNames("a"), column);
        column[0] = 9;

        Assert.Equal(1, matrix[0, 0]);
    }

    [Fact]
    public void TakeRows_CopiesInThatOrderWithRepeats()
    {
        double[] values = [1, 2, 3, 4, 5, 6];
        var taken = FeatureMatrix.FromColumnMajor(values, 3, Names).TakeRows([2, 0, 2, 2]);
        values[0] = 9;

        Assert.Equal([3, 1, 3, 3, 6, 4, 6, 6], taken.AsColumnMajor().ToArray());
        Assert.Equal(4, taken.RowCount);
    }

    [Fact]
    public void Concatenate_StandsMatricesSideBySide()
    {
        var left = FeatureMatrix.FromColumnMajor([1, 2], 2, new FeatureNames("l"));
        var right = FeatureMatrix.FromColumnMajor([3, 4, 5, 6], 2, Names);

        Assert.Equal([1, 2, 3, 4, 5, 6], FeatureMatrix.Concatenate(new FeatureNames("x", "y", "z"), left, right).AsColumnMajor().ToArray());
    }

    [Fact]
    public void Concatenated_IsReadLikeItsParts()
    {
        var left = FeatureMatrix.FromColumns(new FeatureNames("l"), [1, 2]);
        var right = FeatureMatrix.FromColumns(Names, [3, 4], [5, 6]);
        var inner = FeatureMatrix.Concatenate(new FeatureNames("x", "y", "z"), left, right);
        var outer = FeatureMatrix.Concatenate(FeatureNames.Numbered(4), inner, left).WithNames(new FeatureNames("p", "q", "r", "s"));

        Assert.Equal([5, 6], outer.Column(2).ToArray());
        Assert.Equal(2, outer[1, 3]);
        Assert.Equal([2, 4, 6, 2], outer.TakeRows([1]).AsColumnMajor().ToArray());
        Assert.Equal([1, 2, 3, 4, 5, 6, 1, 2], outer.AsColumnMajor().ToArray());
        Assert.Equal([5, 6], outer.Column(2).ToArray());
    }

    [Fact]
    public void ConcatenatedColumns_AreNotCopied()
    {
        var part = FeatureMatrix.FromColumns(Names, [3, 4], [5, 6]);
        var whole = FeatureMatrix.Concatenate(new FeatureNames("x", "y", "z"), FeatureMatrix.FromColumns(new FeatureNames("l"), [1, 2]), part);

        Assert.True(whole.Column(1) == part.Column(0));
    }

    [Fact]
    public void ChangesOfParts_DoNotReachTheConcatenated()
    {
        double[] values = [1, 2];
        var lent = FeatureMatrix.FromColumnMajor(values, 2, new FeatureNames("l"));
        var owned = FeatureMatrix.FromColumns(Names, [3, 4], [5, 6]);
        var exposed = FeatureMatrix.FromColumns(new FeatureNames("e"), [7, 8]);
        var before = exposed.ToMathNet();
        var whole = FeatureMatrix.Concatenate(FeatureNames.Numbered(4), lent, owned, exposed);

        values[0] = 99;
        owned.WithNames(new FeatureNames("c", "d")).ToMathNet()[0, 0] = 99;
        before[0, 0] = 99;

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], whole.AsColumnMajor().ToArray());
        Assert.Equal(3, owned[0, 0]);
    }

    [Fact]
    public void MathNetOfTheConcatenated_SharesItsStorageAlone()
    {
        var part = FeatureMatrix.FromColumns(new FeatureNames("l"), [1, 2]);
        var whole = FeatureMatrix.Concatenate(new FeatureNames("x"), part);

        whole.ToMathNet()[0, 0] = 99;

        Assert.Equal(99, whole[0, 0]);
        Assert.Equal(1, part[0, 0]);
    }

    [Fact]
    public void WithNames_SharesTheValues()
    {
        double[] values = [1, 2];
        var renamed = FeatureMatrix.FromColumnMajor(values, 1, Names).WithNames(new FeatureNames("c", "d"));
        values[1] = 9;

        Assert.Equal(9, renamed[0, 1]);
        Assert.Equal("c", renamed.Names[0]);
    }

    [Fact]
    public void UnequalLengths_AreRefused()
    {
        Assert.StartsWith("3 rows × 2 columns need 6 values, but the array holds 5.", Message("values", () => FeatureMatrix.FromColumnMajor(new double[5], 3, Names)), StringComparison.Ordinal);
        Assert.StartsWith("Column b has 1 rows, but a has 2.", Message("columns", () => FeatureMatrix.FromColumns(Names, [1, 2], [3])), StringComparison.Ordinal);
        Assert.StartsWith("2 names were given for 1 columns.", Message("columns", () => FeatureMatrix.FromColumns(Names, [1.0])), StringComparison.Ordinal);
        Assert.StartsWith("Row 1 has 1 values, but 2 columns are expected.", Message("rows", () => FeatureMatrix.FromRows([[1, 2], [3]])), StringComparison.Ordinal);
        Assert.StartsWith("Matrices of 2 and 1 rows cannot stand side by side.", Message("parts", () => FeatureMatrix.Concatenate(Names, FeatureMatrix.FromRows([[1], [2]]), FeatureMatrix.FromRows([[1]]))), StringComparison.Ordinal);
        Assert.StartsWith("2 names were given for 1 columns.", Message("names", () => FeatureMatrix.Concatenate(Names, FeatureMatrix.FromRows([[1]]))), StringComparison.Ordinal);
        Assert.StartsWith("2 names were given for 1 columns.", Message("names", () => FeatureMatrix.FromRows([[1]]).WithNames(Names)), StringComparison.Ordinal);
    }

    [Fact]
    public void SizeBeyondAnArray_IsRefusedAndDoesNotWrapAround()
    {
        const int Columns = (1 << 16) + 1;
        var wide = FeatureMatrix.FromColumnMajor(new double[Columns], 1, FeatureNames.Numbered(Columns));

        // In 32 bits the product would be 65,536.
        Assert.Throws<OverflowException>(() => wide.TakeRows(new int[1 << 16]));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 2)]
    public void PlaceOutsideTheMatrix_IsRefused(int row, int column) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FeatureMatrix.FromRows([[1, 2]])[row, column]);

    [Fact]
    public void TakenRowOutsideTheMatrix_IsRefused() => Assert.StartsWith(
        "Row 1 is outside the 1 rows.",
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => FeatureMatrix.FromRows([[1, 2]]).TakeRows([0, 1])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void OtherColumns_AreRefusedByName() => Assert.Equal(
        "StandardScaler was fitted on the columns [a, b], but was given [x0, x1].",
        Assert.Throws<ColumnMismatchException>(() => FeatureMatrix.FromRows([[1, 2]]).RequireColumns(Names, "StandardScaler")).Message);

    private static string Message(string parameter, Func<object> act) => Assert.Throws<ArgumentException>(parameter, act).Message;
}
