namespace TypedTune.Learning.Tests;

/// <summary>What every step from numbers to numbers promises.</summary>
public abstract class TransformerContract : StepContract<FeatureMatrix, FeatureMatrix>
{
    /// <summary>Positive numbers, which suit every step.</summary>
    protected override FeatureMatrix TrainingRows() => FeatureMatrix.FromColumns(
        new FeatureNames("TotalRooms", "Households"),
        [1, 2.5, 4, 8, 16.25, 3],
        [7, 7.5, 1, 2, 2, 9]);

    protected override FeatureMatrix Renamed(FeatureMatrix rows) => rows.WithNames(FeatureNames.Numbered(rows.ColumnCount));

    protected override FeatureMatrix TakeRows(FeatureMatrix rows, int[] indices) => rows.TakeRows(indices);

    protected override InputSize Size(FeatureMatrix rows) => new(rows.RowCount, rows.ColumnCount);

    protected override int RowCount(FeatureMatrix output) => output.RowCount;

    protected override FeatureNames Names(FeatureMatrix output) => output.Names;

    protected override IEnumerable<object?> RowContents(IFittedStep<FeatureMatrix, FeatureMatrix> fitted, FeatureMatrix rows, int row)
    {
        var output = new double[fitted.FeatureNames.Count];
        RowPrediction.Transform(fitted, rows.TakeRows([row]).AsColumnMajor(), rows.Names, output);
        return output.Select(value => (object?)BitConverter.DoubleToInt64Bits(value));
    }

    protected override IEnumerable<object?> Contents(FeatureMatrix output) =>
        output.AsColumnMajor().ToArray().Select(value => (object)BitConverter.DoubleToInt64Bits(value));

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void InfiniteValue_IsRefusedByFitAndTransform(double value)
    {
        var rows = TrainingRows();
        var fitted = Create().Fit(rows);
        var values = rows.AsColumnMajor().ToArray();
        values[rows.RowCount + 4] = value;
        var infinite = FeatureMatrix.FromColumnMajor(values, rows.RowCount, rows.Names).WithKinds([.. Enumerable.Range(0, rows.ColumnCount).Select(rows.Kind)]);
        Assert.Contains("in row 0", Assert.Throws<ArgumentException>(() => RowContents(fitted, infinite, 4)).Message, StringComparison.Ordinal);
        foreach (var use in new Action[] { () => Create().Fit(infinite), () => fitted.Transform(infinite) })
            Assert.Contains("in row 4", Assert.Throws<ArgumentException>(use).Message, StringComparison.Ordinal);
    }
}
