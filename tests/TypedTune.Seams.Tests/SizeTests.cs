namespace TypedTune.Seams;

/// <summary>What is written at a seam is short.</summary>
public sealed class SizeTests
{
    [Theory]
    [InlineData("HillClimbing.cs")]
    [InlineData("CrossEntropy.cs")]
    [InlineData("WholeGroups.cs")]
    [InlineData("MedianPruner.cs")]
    [InlineData("StudyLog.cs")]
    [InlineData("AverageOfTwo.cs")]
    public void SamplerMetricOrSplitter_HasUnderFortyLines(string file) =>
        Assert.InRange(Repository.Read($"tests/TypedTune.Seams.Tests/{file}").Split('\n').Length - 1, 1, 39);

    [Fact]
    public void Internals_AreNotVisibleHere() => Assert.All(
        Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories),
        project => Assert.DoesNotContain("TypedTune.Seams", File.ReadAllText(project), StringComparison.Ordinal));
}
