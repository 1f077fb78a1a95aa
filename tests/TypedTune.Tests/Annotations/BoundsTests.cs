namespace TypedTune.Tests.Annotations;

public sealed class BoundsTests
{
    [Fact]
    public void Ends_AreInsideUnlessTheyAreExcluded()
    {
        var open = new Bounds(0, 1, MinExclusive: true, MaxExclusive: true);
        var closed = new Bounds(0, 1);

        Assert.Equal([false, true, false], new[] { 0, 0.5, 1 }.Select(open.Contains));
        Assert.Equal([false, true, true, true, false], new[] { -0.1, 0, 0.5, 1, 1.1 }.Select(closed.Contains));
    }

    [Fact]
    public void NotANumber_IsNeverLegal()
    {
        Assert.False(Bounds.None.Contains(double.NaN));
        Assert.False(new Bounds(0, 1).Contains(double.NaN));
        Assert.True(Bounds.None.Contains(double.PositiveInfinity));
    }

    [Fact]
    public void Words_NameTheEndsThatAreDeclared()
    {
        using var german = new Culture("de-DE");

        Assert.Equal(
            ["a number", "at least 0.5", "at most 2.5", "above 0 and below 1", "at least 1 and at most 64"],
            new[] { Bounds.None, new Bounds(Min: 0.5), new Bounds(Max: 2.5), new Bounds(0, 1, true, true), new Bounds(1, 64) }.Select(bounds => bounds.Describe()));
    }

    [Fact]
    public void Check_ReturnsWhatIsLegalAndNamesWhatIsNot()
    {
        var bounds = new Bounds(1, 64);

        Assert.Equal(64, bounds.Check(64, "Geo.Clusters"));
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => bounds.Check(65L, "Geo.Clusters"));
        Assert.StartsWith("Geo.Clusters must be at least 1 and at most 64, but is 65.", exception.Message);
        Assert.Equal(("Geo.Clusters", 65L), (exception.ParamName, exception.ActualValue));
    }
}
