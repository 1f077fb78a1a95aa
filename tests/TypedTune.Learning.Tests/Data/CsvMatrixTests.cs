using System.Text;

namespace TypedTune.Learning.Tests.Data;

public sealed class CsvMatrixTests
{
    [Fact]
    public void NumericFile_IsAMatrixWithTheHeadersAsNames() => With("length;width of leaf;petals\n1,5;NA;3\n-2;0,25;4\n", path =>
    {
        var matrix = Csv.ReadMatrix(path, new CsvOptions { Separator = ';', Culture = System.Globalization.CultureInfo.GetCultureInfo("de-DE") });

        Assert.Equal(["length", "width of leaf", "petals"], matrix.Names);
        Assert.Equal([1.5, -2, double.NaN, 0.25, 3, 4], matrix.AsColumnMajor());
    });

    [Fact]
    public void TargetOfNumbers_IsNoFeature() => With("x,y,z\n1,2,3\n4,5,6\n", path =>
    {
        var data = Csv.ReadDataset(path, "y");

        Assert.Equal(["x", "z"], data.Features.Names);
        Assert.Equal([1, 4, 3, 6], data.Features.AsColumnMajor());
        Assert.Equal([2, 5], data.Targets.Numbers);
        Assert.Equal("y", data.Targets.Name);
    });

    [Fact]
    public void TargetOfLabels_MayLookLikeNumbers() => With("x,species\n1,setosa\n4,7\n", path =>
    {
        var labels = Csv.ReadLabeledDataset(path, "species").Targets.Labels;

        Assert.Equal(["7", "setosa"], labels.Levels);
        Assert.Equal([1, 0], labels.Codes.ToArray());
    });

    [Theory]
    [InlineData("x,y\n1,a\n", "y", "row 1 (line 2), column y: 'a' is not a number.")]
    [InlineData("x,y\n1,NA\n", "y", "row 1 (line 2), column y: 'NA' stands for a missing value. Fill it in, remove the row, or take 'NA' out of CsvOptions.Missing.")]
    [InlineData("x,y\n1,2\n", "z", "has no column 'z'. It has: x, y.")]
    [InlineData("x,Class\n1,2\n", "class", "has no column 'class'; the nearest is 'Class'. It has: x, Class.")]
    [InlineData("x;y\n1;2\n", "y", "Fields are separated by ';', it seems, not by commas: set CsvOptions.Separator to ';'.")]
    [InlineData(",x,y\n0,1,2\n", "y", "has no header for field 1. Name it, or remove it: pandas leaves the numbers of rows out by index=False.")]
    [InlineData("x,x,y\n0,1,2\n", "y", "has 2 columns 'x'. Rename all but one.")]
    [InlineData("y\n1\n", "y", "has no column beside the target 'y'.")]
    [InlineData("x,y\n1,1e999\n", "y", "column y: '1e999' is not finite.")]
    public void OtherFile_IsRefused(string text, string target, string problem) => With(text, path =>
        Assert.Contains(problem, Assert.Throws<CsvException>(() => Csv.ReadDataset(path, target)).Message, StringComparison.Ordinal));

    [Fact]
    public void FileWithoutAHeader_NumbersItsColumns() => With("1.5,2.5,a\n4,5,b\n", path =>
    {
        var data = Csv.ReadLabeledDataset(path, "x2", new CsvOptions { HasHeader = false });

        Assert.Equal(["x0", "x1"], data.Features.Names);
        Assert.Equal([1.5, 4, 2.5, 5], data.Features.AsColumnMajor());
        Assert.Equal("a", data.Targets.Labels[0]);
        Assert.EndsWith("row 2 (line 2): 2 fields, but the first row has 3. Complete the row; a missing value is an empty field.", Refused("1,2,3\n4,5\n"), StringComparison.Ordinal);
        Assert.EndsWith("is empty: expected a row for each sample.", Refused(""), StringComparison.Ordinal);
    });

    [Fact]
    public void HeaderOfNumbers_MayBeARow()
    {
        With("1.5,2.5,3.5\n4,5,6\n", path =>
        {
            Assert.EndsWith(
                "has only numbers for names: 1.5, 2.5, 3.5. Set CsvOptions.HasHeader to false if that is a row of values, and to true if these are the names.",
                Assert.Throws<CsvException>(() => Csv.ReadMatrix(path)).Message,
                StringComparison.Ordinal);
            Assert.Equal(1, Csv.ReadMatrix(path, new CsvOptions { HasHeader = true }).RowCount);
            Assert.Equal(2, Csv.ReadMatrix(path, new CsvOptions { HasHeader = false }).RowCount);
        });
        With("0,1,2\n4,5,6\n", path => Assert.Equal(["0", "1", "2"], Csv.ReadMatrix(path).Names)); // as pandas numbers columns
    }

    [Fact]
    public void HeaderThatIsNotUtf8_IsRefused() => With(Encoding.Latin1.GetBytes("Größe\n1\n"), path =>
        Assert.EndsWith("has a header that cannot be read. The header holds bytes that are not UTF-8: name the encoding by CsvOptions.Encoding.", Assert.Throws<CsvException>(() => Csv.ReadMatrix(path)).Message, StringComparison.Ordinal));

    private static string Refused(string text)
    {
        string message = "";
        With(text, path => message = Assert.Throws<CsvException>(() => Csv.ReadMatrix(path, new CsvOptions { HasHeader = false })).Message);
        return message;
    }

    private static void With(string text, Action<string> test) => With(Encoding.UTF8.GetBytes(text), test);

    private static void With(byte[] bytes, Action<string> test)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            test(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
