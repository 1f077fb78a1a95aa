using CsCheck;

namespace TypedTune.Arrow.Tests;

public sealed class MatrixRoundTripTests
{
    [Fact]
    public void MatrixOfNumbers_ComesBackBitByBit() => Gen.Select(Gen.Int[0, 20], Gen.Int[1, 5]).SelectMany((rows, columns) => Gen.Double.Array[rows * columns].Select(values => FeatureMatrix.FromColumnMajor(values, rows, FeatureNames.Numbered(columns)))).Sample(matrix =>
    {
        using var stream = new MemoryStream();
        ArrowFile.WriteMatrix(matrix, stream);
        stream.Position = 0;
        var read = ArrowFile.ReadMatrix(stream);

        Assert.Equal(matrix.Names, read.Names);
        Assert.Equal(
            matrix.AsColumnMajor().ToArray().Select(value => double.IsNaN(value) ? 0 : BitConverter.DoubleToInt64Bits(value)),
            read.AsColumnMajor().ToArray().Select(value => double.IsNaN(value) ? 0 : BitConverter.DoubleToInt64Bits(value)));
    });

    [Fact]
    public void CategoriesAndKinds_ComeBack()
    {
        var categories = new OrdinalEncoder().Fit(Wards).Transform(Wards);
        var numbers = FeatureMatrix.FromColumns(new FeatureNames("day", "flag", "count", "seen", "length", "booked"), [0, 19_782, double.NaN], [1, double.NaN, 0], [-3, 4, 5], [0.5, 1e9, 2], [1, -1, 1e8], [1, 2, 3])
            .WithKinds(NumberKind.Date, NumberKind.Boolean, NumberKind.Integer, NumberKind.DateTime, NumberKind.TimeSpan, NumberKind.DateTimeOffset);
        var matrix = FeatureMatrix.Concatenate(FeatureNames.Concatenate(categories.Names, numbers.Names), categories, numbers);
        string path = Path.GetTempFileName();
        ArrowFile.WriteMatrix(matrix, path);
        var read = ArrowFile.ReadMatrix(path);
        File.Delete(path);

        Assert.Equal(matrix.Names, read.Names);
        Assert.Equal(["B", "b"], read.Names.Levels(0));
        Assert.Equal(matrix.AsColumnMajor().ToArray(), read.AsColumnMajor().ToArray());
        Assert.Equal(Enumerable.Range(0, 7).Select(matrix.Kind), Enumerable.Range(0, 7).Select(read.Kind));
    }

    [Fact]
    public void NumbersThatImputationMadeOtherThanTheirKind_StayAsTheyAre()
    {
        var matrix = FeatureMatrix.FromColumns(new FeatureNames("count", "flag", "day"), [2.5], [0.5], [1.5]).WithKinds(NumberKind.Integer, NumberKind.Boolean, NumberKind.Date);
        using var batch = matrix.ToRecordBatch();

        Assert.Equal([2.5, 0.5, 1.5], batch.ToMatrix().AsColumnMajor());
    }

    private static CategoryMatrix Wards { get; } = new(new FeatureNames("ward"), Categories.From(["b", null, "B"]));
}
