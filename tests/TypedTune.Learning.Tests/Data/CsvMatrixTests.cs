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
    [InlineData("x,y\n1,2\n", "Y", "has no column 'Y'. It has: x, y.")]
    [InlineData("x;y\n1;2\n", "y", "Fields are separated by ';', it seems, not by commas: set CsvOptions.Separator to ';'.")]
    [InlineData(",x,y\n0,1,2\n", "y", "has no header for field 1. Name it, or remove it: pandas leaves the numbers of rows out by index=False.")]
    [InlineData("x,x,y\n0,1,2\n", "y", "has 2 columns 'x'. Rename all but one.")]
    [InlineData("y\n1\n", "y", "has no column beside the target 'y'.")]
    [InlineData("x,y\n1,1e999\n", "y", "column y: '1e999' is not finite.")]
    public void OtherFile_IsRefused(string text, string target, string problem) => With(text, path =>
        Assert.Contains(problem, Assert.Throws<CsvException>(() => Csv.ReadDataset(path, target)).Message, StringComparison.Ordinal));

    [Fact]
    public void HeaderThatIsNotUtf8_IsRefused() => With(Encoding.Latin1.GetBytes("Größe\n1\n"), path =>
        Assert.EndsWith("has a header that cannot be read. The header holds bytes that are not UTF-8: name the encoding by CsvOptions.Encoding.", Assert.Throws<CsvException>(() => Csv.ReadMatrix(path)).Message, StringComparison.Ordinal));

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
