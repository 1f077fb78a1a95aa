namespace TypedTune.Generators.Tests.Rules;

/// <summary>TT1001 in configurations, and what its fix is told; in spaces it is tested by the design's table.</summary>
public sealed class BoundsAnalyzerTests
{
    [Theory]
    [InlineData("_ = new ClusterSimilarity { Clusters = 0, Seed = 1 };", "0", "Clusters must be at least 1, but is 0")]
    [InlineData("_ = new ClusterSimilarity { Seed = 1 } with { Clusters = -3 };", "-3", "Clusters must be at least 1, but is -3")]
    [InlineData("const int None = 0; _ = new HousingModel { RandomForest = new() { Trees = None, Seed = 1 } };", "None", "Trees must be at least 1 and at most 1000000, but is 0")]
    [InlineData("_ = new Ridge { Alpha = -0.5 };", "-0.5", "Alpha must be at least 0, but is -0.5")]
    public async Task ConstantInAConfiguration_IsRefusedAtTheConstant(string statement, string at, string message) =>
        Assert.Equal([("TT1001", message, at)], await GridAlgebra.Say(statement, "TT1001"));

    [Theory]
    [InlineData("_ = new ClusterSimilarity { Clusters = 1, Seed = 1 };")]
    [InlineData("_ = new ClusterSimilarity { Clusters = Environment.ProcessorCount - 99, Seed = 1 };")]
    [InlineData("_ = new ClusterSimilarity { Seed = -1 };")]
    public async Task OtherValues_AreNotReported(string statement) => Assert.Empty(await GridAlgebra.Say(statement, "TT1001"));

    private const string Fields = "} private static readonly int[] Sizes = { 5, 0 }; private static readonly int[] Changed = [5, 0]; private static readonly int None = 0; private static int Any = 0; private static void Fill(int[] sizes) => sizes[1] = 1; private static void Next(ref int size) => size++; private static void More(HousingModel.Hyperparameters<HousingModel> p) { Fill(Changed); ";

    [Theory]
    [InlineData("int none = 0; _ = p.Preprocessing.Geo.Clusters.In(5, none);", "none", "Clusters must be at least 1, but is 0")]
    [InlineData("int[] sizes = [5, 0, -1]; _ = p.Preprocessing.Geo.Clusters.In(sizes);", "sizes", "Clusters must be at least 1, but is 0")]
    [InlineData("var sizes = new[] { 0, 5 }; _ = p.Preprocessing.Geo.Clusters.In([.. sizes, 8]);", "sizes", "Clusters must be at least 1, but is 0")]
    [InlineData("_ = p.Preprocessing.Geo.Clusters.In(Sizes);", "Sizes", "Clusters must be at least 1, but is 0")]
    [InlineData("_ = p.Preprocessing.Geo.Clusters.In(Statements.Sizes);", "Statements.Sizes", "Clusters must be at least 1, but is 0")]
    [InlineData("_ = p.Preprocessing.Geo.Clusters.Uniform(None, 5);", "None", "Clusters must be at least 1, but is 0")]
    [InlineData("int none = 0; _ = new ClusterSimilarity { Clusters = none, Seed = 1 };", "none", "Clusters must be at least 1, but is 0")]
    public async Task ConstantInAVariable_IsRefusedWhereTheVariableIsNamed(string statement, string at, string message) =>
        Assert.Equal([("TT1001", message, at)], await GridAlgebra.Say(Fields + statement, "TT1001"));

    [Theory]
    [InlineData("_ = p.Preprocessing.Geo.Clusters.In(Changed);")]
    [InlineData("_ = p.Preprocessing.Geo.Clusters.In(Any);")]
    [InlineData("int[] sizes = [0]; sizes[0] = 5; _ = p.Preprocessing.Geo.Clusters.In(sizes);")]
    [InlineData("for (int i = 0; i < 3; i++) { if (i > 0) _ = p.Preprocessing.Geo.Clusters.In(i); }")]
    [InlineData("int size = 0; Next(ref size); _ = p.Preprocessing.Geo.Clusters.In(size);")]
    [InlineData("int size = 0; void Set() => size = 5; Set(); _ = p.Preprocessing.Geo.Clusters.In(size);")]
    [InlineData("int size = 0; (size, _) = (5, 6); _ = p.Preprocessing.Geo.Clusters.In(size);")]
    public async Task VariableThatChanges_IsNotReported(string statement) => Assert.Empty(await GridAlgebra.Say(Fields + statement, "TT1001"));

    [Theory]
    [InlineData("p.Preprocessing.Geo.Clusters.Uniform(1, 10, 0)", "0", "The step must be at least 1, but is 0", "1")]
    [InlineData("p.Preprocessing.Geo.Gamma.Uniform(1, 10, -0.5)", "-0.5", "The step must be above 0, but is -0.5", null)]
    [InlineData("p.Preprocessing.Geo.Gamma.Uniform(1, 10).Steps(0)", "0", "The number of steps must be at least 1, but is 0", "1")]
    [InlineData("p.Preprocessing.Geo.Gamma.Normal(1, 0)", "0", "The standard deviation must be above 0, but is 0", null)]
    [InlineData("Ridge.Space.Alpha.LogUniform(0, 1)", "0", "The low end of a log scale must be above 0, but is 0", null)]
    public async Task ArgumentThatARangeRefuses_IsRefusedAtTheConstant(string expression, string at, string message, string? clamped)
    {
        var diagnostic = Assert.Single(await Compiling.Diagnose(UserCode.District, UserCode.Model, UserCode.Statements($"_ = {expression};")));

        Assert.Equal(("TT1001", message, clamped), (diagnostic.Id, diagnostic.GetMessage(), diagnostic.Properties.GetValueOrDefault("Clamped")));
        Assert.Equal(at, diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData("_ = p.Preprocessing.Geo.Clusters.In();", "p.Preprocessing.Geo.Clusters.In()")]
    [InlineData("_ = p.Preprocessing.Geo.Clusters.In([]);", "[]")]
    [InlineData("_ = p.RandomForest.MaxDepth.In(new int?[0]);", "new int?[0]")]
    [InlineData("_ = p.RandomForest.MaxFeatures.In(new List<MaxFeatures>());", "new List<MaxFeatures>()")]
    [InlineData("int[] none = []; _ = p.Preprocessing.Geo.Clusters.In(none);", "none")]
    public async Task ListWithoutValues_IsRefused(string statement, string at) =>
        Assert.Equal([("TT1001", "The number of values must be at least 1, but is 0", at)], await GridAlgebra.Say(statement, "TT1001"));

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
