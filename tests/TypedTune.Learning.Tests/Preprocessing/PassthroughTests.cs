namespace TypedTune.Learning.Tests;

public sealed class PassthroughTests : TransformerContract
{
    [Fact]
    public void Rows_StayAsTheyAre()
    {
        var rows = FeatureMatrix.FromColumns(new FeatureNames("TotalRooms"), [1, double.NaN, -0.0]);

        var passed = new Passthrough().Fit(rows).Transform(rows);

        Assert.Same(rows, passed);
    }

    protected override ITransformer Create() => new Passthrough();

    protected override ITransformer? CreateOther() => null;
}
