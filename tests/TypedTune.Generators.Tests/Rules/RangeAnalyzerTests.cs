namespace TypedTune.Generators.Tests.Rules;

/// <summary>TT1002 and TT1003: ranges the wrong way round, and values listed twice.</summary>
public sealed class RangeAnalyzerTests
{
    [Theory]
    [InlineData("p.Preprocessing.Geo.Clusters.Uniform(10, 3)", "10", "The low end 10 of the range is above its high end 3; swap them")]
    [InlineData("p.Preprocessing.Geo.Clusters.Uniform(high: 3, low: 10)", "low: 10", "The low end 10 of the range is above its high end 3; swap them")]
    [InlineData("p.Preprocessing.Geo.Gamma.LogUniform(1, 1e-3)", "1", "The low end 1 of the range is above its high end 0.001; swap them")]
    public async Task LowAboveHigh_IsRefused(string expression, string at, string message) =>
        Assert.Equal([("TT1002", message, at)], await GridAlgebra.Say($"_ = {expression};", "TT1002"));

    [Theory]
    [InlineData("p.Preprocessing.Geo.Clusters.Uniform(3, 3)")]
    [InlineData("p.Preprocessing.Geo.Clusters.Uniform(Environment.ProcessorCount, 3)")]
    public async Task OtherRanges_AreNotReported(string expression) => Assert.Empty(await GridAlgebra.Say($"_ = {expression};", "TT1002"));

    [Theory]
    [InlineData("p.Preprocessing.Geo.Clusters.In(5, 8, 5)", "5")]
    [InlineData("p.Preprocessing.Geo.Clusters.In([5, 8, 5])", "5")]
    [InlineData("p.Preprocessing.Geo.Gamma.In(1, 1.0)", "1.0")]
    [InlineData("p.RandomForest.MaxFeatures.In(4, 6, 4)", "4")]
    [InlineData("p.RandomForest.MaxFeatures.In(MaxFeatures.Count(4), MaxFeatures.Count(4))", "MaxFeatures.Count(4)")]
    [InlineData("p.RandomForest.MaxDepth.In(null, 3, null)", "null")]
    [InlineData("p.Preprocessing.Rest.WithMean.In(true, false, true)", "true")]
    [InlineData("p.Preprocessing.Bedrooms.Impute.Strategy.In(ImputeStrategy.Mean, ImputeStrategy.Mean)", "ImputeStrategy.Mean")]
    public async Task RepeatedValue_IsReportedAtTheRepeat(string expression, string at) =>
        Assert.Equal([("TT1003", $"{at} is in this list already; a repeated value makes repeated candidates; take it out", at)], await GridAlgebra.Say($"_ = {expression};", "TT1003"));

    [Theory]
    [InlineData("int[] sizes = [5, 8, 5, 8]; _ = p.Preprocessing.Geo.Clusters.In(sizes);", "5", "sizes")]
    [InlineData("const int a = 5; int b = 5; _ = p.Preprocessing.Geo.Clusters.In(a, b);", "b", "b")]
    public async Task RepeatedValueOfAVariable_IsReportedWhereTheVariableIsNamed(string statements, string value, string at) =>
        Assert.Equal([("TT1003", $"{value} is in this list already; a repeated value makes repeated candidates; take it out", at)], await GridAlgebra.Say(statements, "TT1003"));

    [Fact]
    public async Task LowAboveHighByVariables_IsRefused() => Assert.Equal(
        [("TT1002", "The low end 9 of the range is above its high end 3; swap them", "low")],
        await GridAlgebra.Say("int low = 9, high = 3; _ = p.Preprocessing.Geo.Clusters.Uniform(low, high);", "TT1002"));

    [Theory]
    [InlineData("p.Preprocessing.Geo.Clusters.In(5, 8)")]
    [InlineData("p.RandomForest.MaxFeatures.In(MaxFeatures.Count(1), MaxFeatures.Fraction(1))")]
    [InlineData("p.Preprocessing.Geo.Clusters.In(Environment.ProcessorCount, Environment.ProcessorCount)")]
    public async Task DifferentValues_AreNotReported(string expression) => Assert.Empty(await GridAlgebra.Say($"_ = {expression};", "TT1003"));
}
