namespace TypedTune.Generators.Tests.Rules;

/// <summary>TT1005: candidates that an earlier term has as well.</summary>
public sealed class SumAnalyzerTests
{
    [Fact]
    public async Task GridsOfTheChapter_OverlapByTwo() => Assert.Equal(
        [("TT1005", "2 of these 6 candidates repeat those of earlier terms; they are fitted once", "p.Preprocessing.Geo.Clusters.In(10, 15) * p.RandomForest.MaxFeatures.In(6, 8, 10)")],
        await GridAlgebra.Say("_ = p.Preprocessing.Geo.Clusters.In(5, 8, 10) * p.RandomForest.MaxFeatures.In(4, 6, 8) + p.Preprocessing.Geo.Clusters.In(10, 15) * p.RandomForest.MaxFeatures.In(6, 8, 10);", "TT1005"));

    [Theory]
    [InlineData("p.RandomForest.Trees.In(10) + p.RandomForest.Trees.In(20)")]
    [InlineData("p.RandomForest.Trees.In(10) + p.Preprocessing.Geo.Clusters.In(10)")]
    [InlineData("p.RandomForest.MaxFeatures.Count.In(4) + p.RandomForest.MaxFeatures.Fraction.In(0.5)")]
    public async Task TermsThatDoNotSurelyOverlap_AreNotReported(string grid) => Assert.Empty(await GridAlgebra.Say($"_ = {grid};", "TT1005"));
}
