namespace TypedTune.Generators.Tests.Rules;

/// <summary>TT1004 and TT1009: what a product refuses when it runs is refused where it is written.</summary>
public sealed class ProductAnalyzerTests
{
    [Theory]
    [InlineData("_ = p.Preprocessing.Geo.Clusters.In(5) * p.Preprocessing.Geo.Clusters.In(8);", "p.Preprocessing.Geo.Clusters.In(8)")]
    [InlineData("_ = p.Preprocessing.Geo.Clusters.In(5) * p.RandomForest.Trees.In(10) * p.Preprocessing.Geo.Clusters.Uniform(2, 3);", "p.Preprocessing.Geo.Clusters.Uniform(2, 3)")]
    [InlineData("int some = Environment.ProcessorCount; _ = p.Preprocessing.Geo.Clusters.In(some) * p.Preprocessing.Geo.Clusters.In(8);", "p.Preprocessing.Geo.Clusters.In(8)")]
    [InlineData("var geo = p.Preprocessing.Geo; _ = geo.Clusters.In(5) * p.Preprocessing.Geo.Clusters.In(8);", "p.Preprocessing.Geo.Clusters.In(8)")]
    [InlineData("var one = p.Preprocessing.Geo.Clusters.In(5); var two = p.Preprocessing.Geo.Clusters.In(6); _ = one * two;", "two")]
    [InlineData("_ = (p.Preprocessing.Geo.Clusters.In(5) + p.RandomForest.Trees.In(10)) * p.Preprocessing.Geo.Clusters.In(8);", "p.Preprocessing.Geo.Clusters.In(8)")]
    [InlineData("_ = p.Preprocessing.Geo.Clusters.In(5).Where(m => true) * p.Preprocessing.Geo.Clusters.In(8);", "p.Preprocessing.Geo.Clusters.In(8)")]
    [InlineData("_ = p.Preprocessing.Geo.Gamma.LogUniform(1e-3, 1) * p.Preprocessing.Geo.Gamma.In(1);", "p.Preprocessing.Geo.Gamma.In(1)")]
    [InlineData("_ = p.RandomForest.MaxFeatures.In(4) * p.RandomForest.MaxFeatures.Count.In(6);", "p.RandomForest.MaxFeatures.Count.In(6)")]
    public async Task HyperparameterBoundTwice_IsReportedAtTheSecond(string statements, string at)
    {
        var (_, message, place) = Assert.Single(await GridAlgebra.Say(statements, "TT1004"));

        Assert.Equal(at, place);
        Assert.EndsWith(" is bound in both factors of a product; bind it in one of them, or join alternatives with '+'", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_ = p.Preprocessing.Geo.Clusters.In(5) * p.RandomForest.Trees.In(10);")]
    [InlineData("_ = p.Preprocessing.Geo.Clusters.In(5) + p.Preprocessing.Geo.Clusters.In(8);")]
    [InlineData("_ = 2 * 3 * Math.Max(1, 2);")]
    [InlineData("var grid = p.Preprocessing.Geo.Clusters.In(5); grid = p.RandomForest.Trees.In(10); _ = grid * p.Preprocessing.Geo.Clusters.In(8);")]
    public async Task OtherProducts_AreNotReported(string statements) => Assert.Empty(await GridAlgebra.Say(statements, "TT1004", "TT1009"));

    [Fact]
    public async Task TwoOptionsOfOneChoice_AreReported()
    {
        var diagnostics = await Compiling.Diagnose("""
            [Pipeline]
            public sealed partial record Model
            {
                public StandardScaler Scale { get; init; } = new();
                [OneOf<RandomForestRegressor, Ridge>] public IRegressor Last { get; init; } = new Ridge();
            }

            public static class Statements
            {
                public static void Run() => _ = Model.Space.Last.Ridge.Alpha.In(1) * Model.Space.Last.RandomForestRegressor.Trees.In(10);
            }
            """);

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("TT1009", diagnostic.Id);
        Assert.Equal("Last is Ridge in one factor of a product and RandomForestRegressor in the other; join options with '+' before multiplying", diagnostic.GetMessage());
    }

    [Fact]
    public async Task TwoHyperparametersOfOneOption_AreOneBinding() => Assert.Empty(await Compiling.Diagnose("""
        [Pipeline]
        public sealed partial record Model
        {
            public StandardScaler Scale { get; init; } = new();
            [OneOf<RandomForestRegressor, Ridge>] public IRegressor Last { get; init; } = new Ridge();
        }

        public static class Statements
        {
            public static void Run() => _ = Model.Space.Last.RandomForestRegressor.MaxDepth.In(3) * Model.Space.Last.RandomForestRegressor.Trees.In(10);
        }
        """));
}
