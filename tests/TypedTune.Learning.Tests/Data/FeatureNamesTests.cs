namespace TypedTune.Learning.Tests.Data;

public sealed class FeatureNamesTests
{
    [Fact]
    public void EqualNames_AreEqualAndHashAlike()
    {
        var first = new FeatureNames("a", "b");
        var second = new FeatureNames(new List<string> { "a", "b" });

        Assert.True(first.Equals(second));
        Assert.True(first.Equals((object)second));
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.False(first.Equals(new FeatureNames("b", "a")));
        Assert.False(first.Equals(new FeatureNames("a")));
        Assert.False(first.Equals(null));
    }

    [Fact]
    public void Names_DoNotFollowTheArray()
    {
        string[] array = ["a"];
        var names = new FeatureNames(array);
        array[0] = "z";

        Assert.Equal("a", names[0]);
    }

    [Fact]
    public void DerivedNames_ReadAsExpected()
    {
        Assert.Equal(["x0", "x1", "x2"], FeatureNames.Numbered(3));
        Assert.Equal(["Geo.a", "Geo.b"], new FeatureNames("a", "b").Prefixed("Geo"));
        Assert.Equal("a, b", new FeatureNames("a", "b").ToString());
        Assert.Empty(FeatureNames.Numbered(0));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void EmptyName_IsRefused(string? name) => Assert.StartsWith(
        "The name of column 1 is empty.",
        Assert.Throws<ArgumentException>("names", () => new FeatureNames("a", name!)).Message,
        StringComparison.Ordinal);
}
