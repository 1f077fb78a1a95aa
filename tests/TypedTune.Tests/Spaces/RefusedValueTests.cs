namespace TypedTune.Tests.Spaces;

/// <summary>What a refusal says: the hyperparameter, the value and the bound, in every culture alike.</summary>
public sealed class RefusedValueTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(101, "101")]
    public void WholeNumberOutside_IsNamedWithItsBounds(int value, string text)
    {
        string message = $"Count must be at least 1 and at most 100, but is {text}.";

        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Count.In(5, value));
        Assert.StartsWith(message, exception.Message);
        Assert.Equal("Count", exception.ParamName);
        Assert.Equal(value, exception.ActualValue);
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Count.Uniform(value, value)).Message);
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Count.LogUniform(value, value)).Message);
    }

    [Theory]
    [InlineData(-0.5, "-0.5")]
    [InlineData(1.5, "1.5")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void RealNumberOutside_IsNamedWithItsBounds(double value, string text)
    {
        using var german = new Culture("de-DE");

        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Share.In(value));

        Assert.StartsWith($"Share must be at least 0 and at most 1, but is {text}.", exception.Message);
    }

    [Fact]
    public void ExcludedEnd_IsNamedAsExcluded()
    {
        double zero = 0;
        Assert.StartsWith("Rate must be above 0, but is 0.", Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Rate.In(zero)).Message);
        Assert.StartsWith("Free must be a number, but is NaN.", Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Free.In(double.NaN)).Message);
    }

    [Fact]
    public void NullableValueOutside_IsNamedWithItsBounds()
    {
        int? four = 4;
        Assert.StartsWith("Depth must be at least 1 and at most 3, but is 4.", Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Depth.In(null, four)).Message);
        Assert.StartsWith("Depth must be at least 1 and at most 3, but is 4.", Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Depth.Uniform(1, four.Value)).Message);
    }

    [Fact]
    public void NestedValueOutside_IsNamedByItsPath()
    {
        int many = 9;
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Vehicle.Space.Engine.Electric.Battery.Cells.In(many));

        Assert.StartsWith("Engine.Electric.Battery.Cells must be at least 1 and at most 4, but is 9.", exception.Message);
    }

    [Fact]
    public void UndefinedMemberOfAnEnum_IsRefused()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Border.In(Shade.Red, (Shade)7));

        Assert.StartsWith("Border must be one of Red, Green, Blue, null, but is 7.", exception.Message);
    }

    [Fact]
    public void NoValues_AreRefused()
    {
        Assert.StartsWith("Name.In needs one value at least; without any the space would be empty.", Assert.Throws<ArgumentException>(() => Settings.Space.Name.In()).Message);
        Assert.StartsWith("Depth.In needs one value at least", Assert.Throws<ArgumentException>(() => Settings.Space.Depth.In(Enumerable.Empty<int?>())).Message);
        Assert.Equal("values", Assert.Throws<ArgumentNullException>(() => Settings.Space.Name.In((IEnumerable<string>)null!)).ParamName);
    }

    [Fact]
    public void LowAboveHigh_IsRefused()
    {
        using var german = new Culture("de-DE");
        var p = Settings.Space;

        Assert.StartsWith("The low end 5 of a range of Count is above its high end 4.", Assert.Throws<ArgumentException>(() => p.Count.Uniform(5, 4)).Message);
        Assert.StartsWith("The low end 0.5 of a range of Share is above its high end 0.25.", Assert.Throws<ArgumentException>(() => p.Share.Uniform(0.5, 0.25)).Message);
    }

    [Fact]
    public void StepThatIsNone_IsRefused()
    {
        using var german = new Culture("de-DE");
        var p = Settings.Space;

        Assert.StartsWith("The step of Count must be at least 1, but is 0.", Assert.Throws<ArgumentOutOfRangeException>(() => p.Count.Uniform(1, 2, 0)).Message);
        Assert.StartsWith("The step of Share must be above 0 and finite, but is -0.5.", Assert.Throws<ArgumentOutOfRangeException>(() => p.Share.Uniform(0, 1, -0.5)).Message);
        Assert.StartsWith("The step of Share must be above 0 and finite, but is NaN.", Assert.Throws<ArgumentOutOfRangeException>(() => p.Share.Uniform(0, 1, double.NaN)).Message);
        Assert.StartsWith("The step 1E-320 of Free is too small to be counted from 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(() => p.Free.Uniform(0, 1, 1e-320)).Message);
    }

    [Fact]
    public void InfiniteEnd_IsNamed()
    {
        var low = Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Free.Uniform(double.NegativeInfinity, 0));
        var high = Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Free.Uniform(0, double.PositiveInfinity));
        var wide = Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Free.Uniform(double.MinValue, double.MaxValue));

        Assert.StartsWith("A range of Free must have finite ends, but its low end is -Infinity.", low.Message);
        Assert.Equal("low", low.ParamName);
        Assert.StartsWith("A range of Free must have finite ends, but its high end is Infinity.", high.Message);
        Assert.Equal("high", high.ParamName);
        Assert.StartsWith("The range of Free from -1.7976931348623157E+308 to 1.7976931348623157E+308 is too wide", wide.Message);
    }

    [Fact]
    public void LogRangeThatReachesZero_IsRefused()
    {
        Assert.StartsWith("The low end of a log-uniform range of Share must be above 0, but is 0.", Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Share.LogUniform(0, 1)).Message);
        Assert.StartsWith("The low end of a log-uniform range of Ticks must be at least 1, but is 0.", Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Ticks.LogUniform(0, 1)).Message);
        Assert.Equal(
            "FromZero declares no range on its log scale: it must be at least 0 and at most 1. Give a Min above 0, or use LogUniform(low, high).",
            Assert.Throws<InvalidOperationException>(() => Tail.Space.FromZero.All()).Message);
    }

    [Fact]
    public void RangeThatIsNotDeclared_IsRefused()
    {
        Assert.Equal("Ticks declares no range: it must be a number. Give both Min and Max, or SearchMin and SearchMax, or use Uniform(low, high).", Assert.Throws<InvalidOperationException>(() => Settings.Space.Ticks.All()).Message);
        Assert.Equal("Rate declares no range: it must be above 0. Give both Min and Max, or SearchMin and SearchMax, or use Uniform(low, high).", Assert.Throws<InvalidOperationException>(() => Settings.Space.Rate.All()).Message);
    }

    [Fact]
    public void NormalWithoutSpread_IsRefused()
    {
        using var german = new Culture("de-DE");

        Assert.StartsWith("The standard deviation of Share must be above 0 and finite, but is -0.5.", Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Share.Normal(0, -0.5)).Message);
        Assert.StartsWith("The mean of Count must be finite, but is NaN.", Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Count.Normal(double.NaN, 1)).Message);
    }

    [Fact]
    public void NormalThatDoesNotReachTheBounds_IsRefused()
    {
        using var german = new Culture("de-DE");

        Assert.StartsWith(
            "The distribution of Share around 60 with standard deviation 0.5 does not reach its legal values: Share must be at least 0 and at most 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Share.Normal(60, 0.5)).Message);
        Assert.StartsWith("The distribution of Count around -90", Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Count.Normal(-90, 1)).Message);
        Assert.StartsWith("The distribution of Negative around 0", Assert.Throws<ArgumentOutOfRangeException>(() => Tail.Space.Negative.LogNormal(0, 1)).Message);
    }

    [Fact]
    public void StepsBelowOne_AreRefused() =>
        Assert.StartsWith("Steps of Share must be at least 1, but is 0.", Assert.Throws<ArgumentOutOfRangeException>(() => Settings.Space.Share.Uniform(0, 1).Steps(0)).Message);
}
