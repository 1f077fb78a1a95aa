namespace TypedTune.Generators.Tests;

/// <summary>The design's table of lines that must not compile: each is refused, by whom and where the table says.</summary>
public sealed class WhatMustNotCompileTests
{
    [Fact]
    public async Task TheSameLinesSpelledRight_Compile() => Assert.Empty(await Compiling.Diagnose(UserCode.District, UserCode.Model, UserCode.Statements("""
        Grid<HousingModel> grid = p.RandomForest.MaxFeatures.In(4, 6) * p.Preprocessing.Geo.Clusters.In(5) * p.Preprocessing.Geo.Gamma.LogUniform(1e-3, 1).Steps(3);
        _ = new GridSearch<HousingModel>(grid) { Scoring = Metric.RootMeanSquaredError };
        """)));

    [Fact]
    public Task MisspeltHyperparameter_IsRefusedByTheCompilerAtTheName() =>
        Refused("_ = p.RandomForest.MaxFeature;", "CS1061", "MaxFeature");

    [Fact]
    public Task TextForANumber_IsRefusedByTheCompilerAtTheText() =>
        Refused("_ = p.Preprocessing.Geo.Clusters.In(\"5\");", "CS1503", "\"5\"");

    [Fact]
    public Task ContinuumForAGrid_IsRefusedByTheCompilerAtTheContinuum() => Refused(
        "_ = new GridSearch<HousingModel>(p.Preprocessing.Geo.Gamma.LogUniform(1e-3, 1)) { Scoring = Metric.RootMeanSquaredError };",
        "CS1503",
        "p.Preprocessing.Geo.Gamma.LogUniform(1e-3, 1)");

    [Fact]
    public async Task ConstantBelowTheDeclaredMinimum_IsRefusedByTheAnalyzerAtTheLiteral()
    {
        string message = await Refused("_ = p.Preprocessing.Geo.Clusters.In(0);", "TT1001", "0");

        Assert.Equal("Clusters must be at least 1, but is 0", message);
    }

    [Theory]
    [InlineData("p.Preprocessing.Geo.Clusters.In(5, -1, 8)", "-1")]
    [InlineData("p.Preprocessing.Geo.Clusters.In([5, 0])", "0")]
    [InlineData("p.Preprocessing.Geo.Clusters.In(new[] { 5, 0 })", "0")]
    [InlineData("p.Preprocessing.Geo.Clusters.Uniform(0, 10)", "0")]
    [InlineData("p.Preprocessing.Geo.Gamma.LogUniform(0, 1)", "0")]
    [InlineData("p.Preprocessing.Geo.Gamma.Uniform(-2.5, 1)", "-2.5")]
    [InlineData("p.RandomForest.MaxFeatures.Fraction.Uniform(0.5, 1.5)", "1.5")]
    [InlineData("p.RandomForest.MaxFeatures.Count.In(0)", "0")]
    [InlineData("p.RandomForest.MaxDepth.In(0, 3)", "0")]
    [InlineData("p.RandomForest.MaxDepth.In(null, 0)", "0")]
    public Task ConstantOutsideTheBounds_IsRefusedAtTheLiteralWhereverItStands(string expression, string literal) =>
        Refused($"_ = {expression};", "TT1001", literal);

    [Fact]
    public async Task CategoryOnANumericStep_IsRefusedByTheAnalyzerAtTheColumn()
    {
        var diagnostics = await Compiling.Diagnose(UserCode.District, """
            namespace Housing;

            [ColumnTransformer<District>]
            public sealed partial record Features
            {
                [Columns(nameof(District.OceanProximity))]
                public StandardScaler Scale { get; init; } = new();
            }
            """);

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("TT0103", diagnostic.Id);
        Assert.Equal("District.OceanProximity holds categories, but Features.Scale needs numbers", diagnostic.GetMessage());
        Assert.Equal("nameof(District.OceanProximity)", diagnostic.Location.SourceTree!.GetRoot(TestContext.Current.CancellationToken).FindNode(diagnostic.Location.SourceSpan).ToString());
    }

    [Fact]
    public async Task RegressionMetricOnAClassifier_IsRefusedByTheCompiler()
    {
        var diagnostics = await Compiling.Diagnose("""
            public static class Statements
            {
                public static void Run() => _ = new GridSearch<KNeighborsClassifier>(KNeighborsClassifier.Space.Neighbors.In(3, 5))
                {
                    Scoring = Metric.RootMeanSquaredError,
                };
            }
            """);

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("CS0029", diagnostic.Id);
        Assert.Contains("RootMeanSquaredError", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RegressionMetricOnAClassifiersCrossValidation_IsRefusedByTheCompiler()
    {
        var diagnostics = await Compiling.Diagnose("""
            public static class Statements
            {
                public static void Run(Dataset data)
                {
                    new KNeighborsClassifier().CrossValidate(data, new KFold(3), Metric.Accuracy);
                    new KNeighborsClassifier().CrossValidate(data, new KFold(3), Metric.RootMeanSquaredError);
                }
            }
            """);

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("CS1503", diagnostic.Id);
        Assert.Contains("RootMeanSquaredError", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClassificationMetricOnAClassifier_Compiles() => Assert.Empty(await Compiling.Diagnose("""
        public static class Statements
        {
            public static void Run() => _ = new GridSearch<KNeighborsClassifier>(KNeighborsClassifier.Space.Neighbors.In(3, 5)) { Scoring = Metric.Accuracy };
        }
        """));

    private static async Task<string> Refused(string statement, string id, string at)
    {
        var diagnostics = await Compiling.Diagnose(UserCode.District, UserCode.Model, UserCode.Statements(statement));

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(at, diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        return diagnostic.GetMessage();
    }
}
