namespace TypedTune.Generators.Tests.Rules;

/// <summary>TT1201 and TT1202: dictionaries with string keys beside a typed space.</summary>
public sealed class StringGridAnalyzerTests
{
    [Theory]
    [InlineData(
        "new Dictionary<string, object> { [\"random_forest__max_features\"] = new[] { 4, 6, 8 }, [\"preprocessing__geo__n_clusters\"] = new[] { 5, 8 } }",
        "p.RandomForest.MaxFeatures.In(4, 6, 8) * p.Preprocessing.Geo.Clusters.In(5, 8)")]
    [InlineData("new Dictionary<string, int[]> { { \"random_forest__n_trees\", new int[] { 10, 20 } } }", "p.RandomForest.Trees.In(10, 20)")]
    [InlineData("new Dictionary<string, double[]> { [\"preprocessing__geo__gamma\"] = [0.1, 1] }", "p.Preprocessing.Geo.Gamma.In(0.1, 1)")]
    [InlineData("new Dictionary<string, object> { [\"random_forest__max_depth\"] = new int?[] { null, 3 } }", "p.RandomForest.MaxDepth.In(null, 3)")]
    [InlineData(
        "new[] { new Dictionary<string, object> { [\"random_forest__trees\"] = new[] { 1 }, [\"random_forest__max_features\"] = new[] { 4 } }, new Dictionary<string, object> { [\"random_forest__trees\"] = new[] { 2 } } }",
        "(p.RandomForest.Trees.In(1) * p.RandomForest.MaxFeatures.In(4)) + p.RandomForest.Trees.In(2)")]
    [InlineData(
        "new List<Dictionary<string, object>> { new() { [\"random_forest__trees\"] = new List<int> { 1, 2 } }, new() { [\"random_forest__max_features\"] = new[] { 4 } } }",
        "p.RandomForest.Trees.In(1, 2) + p.RandomForest.MaxFeatures.In(4)")]
    [InlineData(
        "new Dictionary<string, string[]> { [\"preprocessing__bedrooms__impute__strategy\"] = [\"mean\", \"median\"] }",
        "p.Preprocessing.Bedrooms.Impute.Strategy.In(ImputeStrategy.Mean, ImputeStrategy.Median)")]
    public async Task DictionaryWhoseKeysAreMembers_IsOfferedAsAGrid(string dictionary, string grid)
    {
        Assert.Equal([("TT1201", $"These keys can be members: {grid}", dictionary)], await GridAlgebra.Say($"var grid = {dictionary};", "TT1201", "TT1202"));

        Assert.Empty(await GridAlgebra.Say($"Grid<HousingModel> grid = {grid};", "TT1201", "TT1202"));
    }

    [Fact]
    public async Task SpaceInAProperty_IsFound() => Assert.Equal(
        "These keys can be members: Place.Trees.In(1)",
        Assert.Single(await GridAlgebra.Say("} private static RandomForestRegressor.Hyperparameters<RandomForestRegressor> Place => RandomForestRegressor.Space; private static object More() { return new Dictionary<string, int[]> { [\"n_trees\"] = [1] };", "TT1201")).Message);

    [Fact]
    public async Task MisspeltKey_IsReportedWithTheNearestMember() => Assert.Equal(
        [("TT1202", "'max_feature' is no member of p.RandomForest; did you mean MaxFeatures?", "\"random_forest__max_feature\"")],
        await GridAlgebra.Say("var grid = new Dictionary<string, object> { [\"random_forest__trees\"] = new[] { 1 }, [\"random_forest__max_feature\"] = new[] { 4 } };", "TT1201", "TT1202"));

    [Theory]
    [InlineData("new Dictionary<string, object> { [\"name\"] = new[] { 1 } }")]
    [InlineData("new Dictionary<string, int> { [\"random_forest__trees\"] = 1 }")]
    [InlineData("new Dictionary<string, object> { [\"random_forest__trees\"] = new[] { \"many\" } }")]
    [InlineData("new Dictionary<string, object>()")]
    public async Task OtherDictionaries_AreLeftAlone(string dictionary) => Assert.Empty(await GridAlgebra.Say($"var grid = {dictionary};", "TT1201", "TT1202"));
}
