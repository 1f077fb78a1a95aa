namespace TypedTune.Generators.Tests.Rules;

/// <summary>TT1001 in configurations, and what its fix is told; in spaces it is tested by the design's table.</summary>
public sealed class BoundsAnalyzerTests
{
    [Theory]
    [InlineData("_ = new ClusterSimilarity { Clusters = 0, Seed = 1 };", "0", "Clusters must be at least 1, but is 0")]
    [InlineData("_ = new ClusterSimilarity { Seed = 1 } with { Clusters = -3 };", "-3", "Clusters must be at least 1, but is -3")]
    [InlineData("const int None = 0; _ = new HousingModel { RandomForest = new() { Trees = None, Seed = 1 } };", "None", "Trees must be at least 1, but is 0")]
    [InlineData("_ = new Ridge { Alpha = -0.5 };", "-0.5", "Alpha must be at least 0, but is -0.5")]
    public async Task ConstantInAConfiguration_IsRefusedAtTheConstant(string statement, string at, string message) =>
        Assert.Equal([("TT1001", message, at)], await GridAlgebra.Say(statement, "TT1001"));

    [Theory]
    [InlineData("_ = new ClusterSimilarity { Clusters = 1, Seed = 1 };")]
    [InlineData("_ = new ClusterSimilarity { Clusters = Environment.ProcessorCount - 99, Seed = 1 };")]
    [InlineData("_ = new ClusterSimilarity { Seed = -1 };")]
    public async Task OtherValues_AreNotReported(string statement) => Assert.Empty(await GridAlgebra.Say(statement, "TT1001"));

    [Theory]
    [InlineData("p.Preprocessing.Geo.Clusters.In(0)", "1")]
    [InlineData("p.RandomForest.MaxFeatures.Fraction.In(1.5)", "1")]
    [InlineData("p.RandomForest.MaxFeatures.Fraction.In(0.0)", null)]
    [InlineData("p.Preprocessing.Geo.Gamma.In(-1)", null)]
    public async Task NearestLegalValue_IsHandedToTheFix(string expression, string? clamped)
    {
        var diagnostics = await Compiling.Diagnose(UserCode.District, UserCode.Model, UserCode.Statements($"_ = {expression};"));

        Assert.Equal(clamped, Assert.Single(diagnostics).Properties.GetValueOrDefault("Clamped"));
    }
}
