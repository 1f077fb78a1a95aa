namespace TypedTune.Learning.Tests.Data;

/// <summary>A value may be missing where the property is nullable, and nowhere else.</summary>
public sealed class MissingValueTests
{
    [Fact]
    public void NaNInARequiredProperty_IsRefusedByRowAndColumn()
    {
        var rows = Flower.Many(3).ToArray();
        rows[1] = rows[1] with { Length = double.NaN };

        var error = Assert.Throws<ArgumentException>(() => new Table<Flower>(rows));

        Assert.StartsWith("Row 1 of Flower: Length is not a number (NaN), but the property is not nullable, so that no value may be missing. Give it a value, or make the property nullable.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NaNInANullableProperty_IsMissing() =>
        Assert.Equal([double.NaN], new Table<Flower>([Flower.Many(1)[0] with { Width = double.NaN }]).Column(Flower.Columns.Width));

    [Fact]
    public void NullRow_IsRefusedByNumber() =>
        Assert.StartsWith("Row 1 of Flower is null. Leave it out.", Assert.Throws<ArgumentException>(() => new Table<Flower>([Flower.Many(1)[0], null!])).Message, StringComparison.Ordinal);

    [Fact]
    public void NaNInARowToPredict_IsRefused()
    {
        var model = new FlowerModel().Fit(Flower.Many(40));

        Assert.Throws<ArgumentException>(() => model.Predict(Flower.Many(1)[0] with { Length = double.NaN }));
    }
}
