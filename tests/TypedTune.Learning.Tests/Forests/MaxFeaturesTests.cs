namespace TypedTune.Learning.Tests.Forests;

public sealed class MaxFeaturesTests
{
    [Fact]
    public void Cases_ResolveAsDocumented()
    {
        Assert.Equal(29, MaxFeatures.All.Resolve(29));
        Assert.Equal(5, MaxFeatures.Sqrt.Resolve(29));
        Assert.Equal(4, MaxFeatures.Log2.Resolve(29));
        Assert.Equal(14, MaxFeatures.Fraction(0.5).Resolve(29));
        Assert.Equal(1, MaxFeatures.Fraction(0.01).Resolve(29));
        Assert.Equal(6, MaxFeatures.Count(6).Resolve(29));
        Assert.Equal(1, MaxFeatures.Log2.Resolve(1));
        Assert.Equal(MaxFeatures.All, default);
    }

    [Fact]
    public void WholeNumber_ConvertsToACount()
    {
        MaxFeatures six = 6;

        Assert.Equal(MaxFeatures.Count(6), six);
        Assert.NotEqual(MaxFeatures.Fraction(1), MaxFeatures.Count(1));
    }

    [Fact]
    public void Match_CallsTheFunctionOfTheCase()
    {
        static string Name(MaxFeatures value) => value.Match(count => $"count {count}", fraction => $"fraction {fraction}", () => "sqrt", () => "log2", () => "all");

        Assert.Equal(["count 3", "fraction 1", "sqrt", "log2", "all"], new[] { 3, MaxFeatures.Fraction(1), MaxFeatures.Sqrt, MaxFeatures.Log2, MaxFeatures.All }.Select(Name));
    }

    [Fact]
    public void Text_IsReadable() =>
        Assert.Equal(
            ["4", "0.5 of the features", "sqrt", "log2", "all"],
            new[] { 4, MaxFeatures.Fraction(0.5), MaxFeatures.Sqrt, MaxFeatures.Log2, MaxFeatures.All }.Select(value => value.ToString()));

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void CountBelowOne_IsRefused(int count)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => MaxFeatures.Count(count));

        Assert.StartsWith($"count must be at least 1, but is {count}.", exception.Message);
        Assert.Equal(count, exception.ActualValue);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1.5, "1.5")]
    [InlineData(double.NaN, "NaN")]
    public void FractionOutside_IsRefused(double fraction, string text)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => MaxFeatures.Fraction(fraction));

        Assert.StartsWith($"fraction must be above 0 and at most 1, but is {text}.", exception.Message);
    }
}
